export interface paths {
    "/api/v1/identity/bulk-resolve-libraries": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Resolve up to 1,000 library records
         * @description One result for each input, in the order of the inputs, each echoing its `library_id`. Results do not depend on each other: the same input gives the same result in any batch. More than 1,000 inputs are refused before anything else is looked at.
         */
        post: operations["bulk-resolve-libraries"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/healthz": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Is the process up */
        get: operations["health"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/readyz": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Can it answer for records */
        get: operations["readiness"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/metrics": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Prometheus metrics */
        get: operations["metrics"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/version": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Versions in force */
        get: operations["version"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        /** @description One record as the library describes it. Names are as typed; the resolver normalises them. */
        BulkResolveInput: {
            /** @description The caller's own number for the record, echoed in the result. */
            library_id: number;
            artist_name: string;
            album_title: string;
            /** @description Label, as a hint. */
            label?: string | null;
            /** @description Year of release, as a hint. */
            year?: number | null;
            /** @description Carrier, as a hint (`12"`, `CD`). */
            format?: string | null;
            /** @description Catalogue number, as a hint. */
            catalog_number?: string | null;
            /** @description Barcode, as a hint; anything but digits is ignored. */
            barcode?: string | null;
            /** @description The library files the record under various artists. */
            is_compilation?: boolean | null;
            /** @description Shelf letters or code of the record. */
            shelf_code?: string | null;
            /** @description The record's number in the library's older id space; never compared with `library_id`. */
            legacy_release_id?: number | null;
        };
        BulkResolveLibrariesRequest: {
            /** @description The records to resolve. */
            inputs: components["schemas"]["BulkResolveInput"][];
            /** @description Answer for the tracks too. Omitted means no. */
            include_tracks?: boolean;
        };
        /**
         * @description `single_artist`: an identity was found. `compilation`: the record is by various artists. `unresolved`: looked, and found nothing that holds.
         * @enum {string}
         */
        BulkResolveResultKind: "single_artist" | "compilation" | "unresolved";
        ReconciledArtist: {
            discogs_artist_id: number | null;
            /** Format: uuid */
            musicbrainz_artist_id: string | null;
            wikidata_qid: string | null;
            spotify_artist_id: string | null;
            apple_music_artist_id: string | null;
            /** @description Sub-domain of the artist's page. */
            bandcamp_id: string | null;
        };
        /** @description Ids at two grains. Release ids first, the artist's in `artist`. An id that is not known is null. */
        ReconciledIdentity: {
            discogs_master_id: number | null;
            discogs_release_id: number | null;
            /** Format: uuid */
            musicbrainz_release_group_mbid: string | null;
            /** Format: uuid */
            musicbrainz_release_mbid: string | null;
            /** Format: uuid */
            musicbrainz_recording_mbid: string | null;
            wikidata_qid: string | null;
            spotify_id: string | null;
            apple_music_id: string | null;
            artist: components["schemas"]["ReconciledArtist"];
        };
        /**
         * @description How a link was found, strongest first. `inherited` ids were reached only by following a link from another id.
         * @enum {string}
         */
        IdentityMethod: "manual" | "cross_source_agreement" | "exact_match" | "name_variation" | "member_group" | "alias_match" | "trigram" | "llm" | "inherited";
        /** @description One kind of entity of one authority: `discogs_artist`, `discogs_master`, `discogs_release`, `mb_artist`, `mb_release_group`, `mb_release`, `mb_recording`, `wikidata`, `wikidata_artist`, `spotify`, `spotify_artist`, `apple_music`, `apple_music_artist`, `bandcamp`, or a source of the operator's own. Open: expect names not listed here. */
        IdentitySource: string;
        /** @description The first id left `main`, because a cross-reference says that it is not the second's. */
        Conflict: {
            source: components["schemas"]["IdentitySource"];
            external_id: string;
            with_source: components["schemas"]["IdentitySource"];
            with_external_id: string;
            reason: string;
        };
        Candidate: {
            source: components["schemas"]["IdentitySource"];
            external_id: string;
            /** @description Name of the artist, or title of the release. */
            name: string;
            /** @description Artist credit of a release; null for an artist. */
            artist_name: string | null;
            year: number | null;
            method: components["schemas"]["IdentityMethod"] | null;
            confidence: number | null;
            url: string | null;
        };
        /** @description What one source said. Three outcomes: found (an id), looked and found nothing (`attempted`, no id, a reason), not looked (not `attempted`, a reason). */
        ProvenanceEntry: {
            source: components["schemas"]["IdentitySource"];
            attempted: boolean;
            /** @description The source's id, as text whatever its native type. */
            external_id: string | null;
            method: components["schemas"]["IdentityMethod"] | null;
            /** @description Within the band of the method; null where there is no id. */
            confidence: number | null;
            /** @description The source whose link led here; null for an id found by itself. */
            derived_from: string | null;
            /** @enum {string|null} */
            reason: "no_candidate" | "ambiguous" | "below_floor" | "error" | "manual_override_protected" | "disabled" | "prerequisite_failed" | null;
            /** @description How many candidates were weighed; null where that was not counted. */
            candidate_count: number | null;
            /** @description Public page of the id. */
            url: string | null;
        };
        TrackIdentity: {
            track_position: string | null;
            /** @description The credit as the library typed it. */
            artist_name: string;
            track_title: string | null;
            /** @description Null where the track was looked at and not resolved. */
            resolved_artist_name: string | null;
            confidence: number | null;
            method: components["schemas"]["IdentityMethod"] | null;
            sources: components["schemas"]["ProvenanceEntry"][];
        };
        /** @description The verdict on one record. */
        BulkResolveResult: {
            /** @description The input's own. */
            library_id: number;
            kind: components["schemas"]["BulkResolveResultKind"];
            /** @description The composed identity of a `single_artist` record, else null. A compilation's ids stand in `provenance`. */
            main: components["schemas"]["ReconciledIdentity"] | null;
            /** @description How the composed identity was reached; null where there is none. */
            method: components["schemas"]["IdentityMethod"] | null;
            /** @description Confidence in the composed identity; null where there is none. */
            confidence: number | null;
            /** @description Sources that verifiably agree, sorted; null without agreement. */
            agreement_sources: components["schemas"]["IdentitySource"][] | null;
            /** @description Pairs of ids that a cross-reference contradicts. */
            conflicts: components["schemas"]["Conflict"][];
            /**
             * @description Why there is no identity; null where there is one.
             * @enum {string|null}
             */
            unresolved_reason: "no_candidate" | "ambiguous" | "below_floor" | null;
            /** @description The candidates between which the choice stayed open. */
            candidates: components["schemas"]["Candidate"][];
            /** @description What each source said, in a fixed order of sources. */
            provenance: components["schemas"]["ProvenanceEntry"][];
            /** @description Null where tracks were not asked for; false where they have not been looked at. */
            tracks_attempted: boolean | null;
            /** @description Identities of the tracks; null where they were not asked for. */
            tracks: components["schemas"]["TrackIdentity"][] | null;
            resolver_version: string;
            snapshot: string;
        };
        /** @description What answering cost, for the whole request. */
        CacheStats: {
            memory_hits: number;
            pg_hits: number;
            pg_misses: number;
            api_calls: number;
            pg_time_ms: number;
            api_time_ms: number;
        };
        BulkResolveLibrariesResponse: {
            /** @description One for each input, in the same order. */
            results: components["schemas"]["BulkResolveResult"][];
            /**
             * @description Version of this contract that the answer follows. Test its value, never its presence.
             * @constant
             */
            contract_version: 1;
            /** @description Version of the rules and the model that decided. */
            resolver_version: string;
            /** @description Id of the reference snapshot that was looked in. */
            snapshot: string;
            /**
             * @description 1 where tracks were asked for and are answered for both kinds, else null.
             * @enum {integer|null}
             */
            tracks_contract_version: 1 | null;
            cache_stats: components["schemas"]["CacheStats"];
        };
        /** @enum {string} */
        ProblemCode: "malformed_json" | "unsupported_media_type" | "unauthenticated" | "forbidden" | "not_found" | "method_not_allowed" | "too_many_inputs" | "body_too_large" | "invalid_input" | "snapshot_not_loaded" | "internal_error";
        InputFault: {
            /** @description JSON pointer into the body. */
            pointer: string;
            message: string;
        };
        /** @description RFC 9457 problem details, with a stable code. */
        Problem: {
            type: string;
            title: string;
            status: number;
            detail: string;
            /** @description The request's id, as in X-Request-Id. */
            instance: string;
            code: components["schemas"]["ProblemCode"];
            /** @description Whether the same request may succeed later. */
            retryable: boolean;
            /** @description Faults of the body, one each. */
            errors: components["schemas"]["InputFault"][];
        };
        HealthCheckResponse: {
            /** @enum {string} */
            status: "healthy" | "degraded" | "unhealthy";
        };
        ReadinessResponse: {
            /** @enum {string} */
            status: "healthy" | "degraded" | "unhealthy";
            services: {
                [key: string]: "ok" | "unavailable" | "timeout";
            };
        };
        VersionResponse: {
            /** @description Version of the program. */
            version: string;
            /** @constant */
            contract_version: 1;
            /** @description Null until a snapshot is open. */
            resolver_version: string | null;
            /** @description Null until a snapshot is open. */
            snapshot: string | null;
        };
    };
    responses: {
        /** @description The request was not answered; `code` says why. */
        Problem: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description The resolver cannot look at the moment. This is no answer about any record. */
        Unavailable: {
            headers: {
                /** @description Seconds after which to ask again. */
                "Retry-After"?: number;
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
    };
    parameters: never;
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    "bulk-resolve-libraries": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["BulkResolveLibrariesRequest"];
            };
        };
        responses: {
            /** @description A result for every input, resolved or not. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BulkResolveLibrariesResponse"];
                };
            };
            400: components["responses"]["Problem"];
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            413: components["responses"]["Problem"];
            415: components["responses"]["Problem"];
            422: components["responses"]["Problem"];
            500: components["responses"]["Problem"];
            503: components["responses"]["Unavailable"];
        };
    };
    health: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The process answers. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HealthCheckResponse"];
                };
            };
            500: components["responses"]["Problem"];
        };
    };
    readiness: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A snapshot is open. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReadinessResponse"];
                };
            };
            503: components["responses"]["Unavailable"];
        };
    };
    metrics: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Prometheus text format. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/plain": string;
                };
            };
            500: components["responses"]["Problem"];
        };
    };
    version: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The versions that every verdict of this process carries. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["VersionResponse"];
                };
            };
            500: components["responses"]["Problem"];
        };
    };
}
