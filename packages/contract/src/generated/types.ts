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
         * Resolve library records, up to 1,000 at a time or as a stream
         * @description One result for each input, in the order of the inputs, each echoing its `library_id`. Results do not depend on each other: the same input gives the same result in any batch. More than 1,000 inputs are refused before anything else is looked at. A record that cannot be found is `unresolved`, never an error; an error is no verdict on any record.
         *
         *     As `application/x-ndjson` the body is a stream of any length, one input a line, empty lines aside; so is the answer, a line for each line, in order, written as soon as it is known: a result, or the problem of a line that cannot be answered, after which the stream goes on. Limits hold for each line (1 MiB), not for the stream. Write and read at the same time: who does not read is not read from. A snapshot that takes over meanwhile answers the lines after it; every result names its own. A service that shuts down reads no further, answers what it has read and ends the answer with a problem `shutting_down`, whose `instance` names the first line that is not answered. An answer that ends otherwise before its last line was cut short.
         */
        post: operations["bulk-resolve-libraries"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/snapshots/{id}/changes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Entities that one snapshot tells otherwise than another
         * @description A line of JSON for each entity that was added, removed or changed, by source and id, with the aspects that changed. Both snapshots must be kept where the resolver looks for its own.
         */
        get: operations["list-snapshot-changes"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/identity/find-touched-libraries": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Which library records a change of snapshot may answer otherwise
         * @description A record is touched where an entity that it is linked to was added, removed or changed; where its artist, in any spelling that the resolver tries, is a name of an artist that was; where artist and title, either way round and with or without what names an edition, are those of a release that was, or, for compilations, records without an artist and releases that credit nobody, the title alone is; and, while it is linked to no album, where it is linked to an artist credited on such a release or named like one, or where its title is a name of an artist that changed. Not told are changes that reach a record by likeness or by numbers alone: an artist or a release that its names are only like (a slip, other spacing, another script, several artists run together), unless it is linked to the artist and to no album; for compilations and records without an artist a title that is only like; for records that are linked to an album another one whose names are only like, or an artist that changed whose name the record has as its title; and choices that fall otherwise only because more or fewer artists or releases, or neighbours of the record, bear a name or words of it, or because a placeholder such as Various is named otherwise. Such records wait for the pull that finds them stale or due. Where more than 20 million entities and keys changed, every record is touched. The others need not be asked about again because of the change. Up to 1,000 at a time.
         */
        post: operations["find-touched-libraries"];
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
        /**
         * Is the process up
         * @description Answers at once, also while a snapshot is being opened or a large batch is under way.
         */
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
        /**
         * Can it answer for records
         * @description Whether a snapshot is open. Send no records before it is. `degraded` where a newer one stands ready but cannot be used: what is answered is whole, only older than it should be.
         */
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
        /**
         * Prometheus metrics
         * @description Times of requests by route and status; results by kind and by method; confidence.
         */
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
        /**
         * Versions in force
         * @description Which program, contract, model and snapshot answer.
         */
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
        /** @description What else the library files under the same artist. It breaks ties between artists of one name; it is never a vote and never raises a confidence. */
        Neighbours: {
            /** @description Other titles of the library's artist. */
            titles?: string[] | null;
            /** @description Labels of those records. */
            labels?: string[] | null;
        };
        /** @description One record as the library describes it. Names are as typed; the resolver normalises them. */
        BulkResolveInput: {
            /** @description The caller's own number for the record, echoed in the result. */
            library_id: number;
            /** @description Artist credit, as the library files it. May be empty. */
            artist_name: string;
            /** @description Title of the release, as the library typed it. May be empty. */
            album_title: string;
            /** @description Label, as a hint. */
            label?: string | null;
            /** @description Year of release, as a hint. Null where the library knows none. */
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
            /** @description What else the library files under the same artist, as a hint. */
            neighbours?: components["schemas"]["Neighbours"] | null;
            /** @description The record's number in the library's older id space; never compared with `library_id`. */
            legacy_release_id?: number | null;
        };
        /** @description A batch of library records. */
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
        /** @description Ids of the artist. An id that is not known is null. */
        ReconciledArtist: {
            /** @description Discogs artist. */
            discogs_artist_id: number | null;
            /**
             * Format: uuid
             * @description MusicBrainz artist.
             */
            musicbrainz_artist_id: string | null;
            /** @description Wikidata item of the artist. */
            wikidata_qid: string | null;
            /** @description Spotify artist. */
            spotify_artist_id: string | null;
            /** @description Apple Music artist. */
            apple_music_artist_id: string | null;
            /** @description Sub-domain of the artist's Bandcamp page. */
            bandcamp_id: string | null;
        };
        /** @description Ids at two grains. Release ids first, the artist's in `artist`. An id that is not known is null. */
        ReconciledIdentity: {
            /** @description Discogs master: all pressings of the release. */
            discogs_master_id: number | null;
            /** @description Discogs release: one pressing. */
            discogs_release_id: number | null;
            /**
             * Format: uuid
             * @description MusicBrainz release group: all editions of the release.
             */
            musicbrainz_release_group_mbid: string | null;
            /**
             * Format: uuid
             * @description MusicBrainz release: one edition.
             */
            musicbrainz_release_mbid: string | null;
            /**
             * Format: uuid
             * @description MusicBrainz recording, of a record that is a single recording.
             */
            musicbrainz_recording_mbid: string | null;
            /** @description Wikidata item of the release. */
            wikidata_qid: string | null;
            /** @description Spotify album. */
            spotify_id: string | null;
            /** @description Apple Music album. */
            apple_music_id: string | null;
            artist: components["schemas"]["ReconciledArtist"];
        };
        /**
         * @description How a link was found, strongest first. `inherited` ids were reached only by following a link from another id.
         * @enum {string}
         */
        IdentityMethod: "manual" | "cross_source_agreement" | "exact_match" | "name_variation" | "member_group" | "alias_match" | "trigram" | "llm" | "inherited";
        /** @description One kind of entity of one authority: `discogs_artist`, `discogs_master`, `discogs_release`, `mb_artist`, `mb_release_group`, `mb_release`, `mb_recording`, `wikidata`, `wikidata_artist`, `spotify`, `spotify_artist`, `apple_music`, `apple_music_artist`, `bandcamp`, `llm` (a model that was asked and named none), or a source of the operator's own. Open: expect names not listed here. */
        IdentitySource: string;
        /** @description The first id left `main`, because a cross-reference says that it is not the second's. */
        Conflict: {
            /** @description Source of the id that left. */
            source: components["schemas"]["IdentitySource"];
            /** @description The id that left. */
            external_id: string;
            /** @description Source of the id that stayed. */
            with_source: components["schemas"]["IdentitySource"];
            /** @description The id that stayed. */
            with_external_id: string;
            /** @description What contradicts, in a word. */
            reason: string;
        };
        /** @description A possible counterpart, listed where nothing chose among several. */
        Candidate: {
            /** @description The source that holds it. */
            source: components["schemas"]["IdentitySource"];
            /** @description The source's id, as text whatever its native type. */
            external_id: string;
            /** @description Name of the artist, or title of the release. */
            name: string;
            /** @description Artist credit of a release; null for an artist. */
            artist_name: string | null;
            /** @description Year of a release, where the source knows one. */
            year: number | null;
            /** @description The pass that proposed it; null where none did by itself. */
            method: components["schemas"]["IdentityMethod"] | null;
            /** @description Probability that it is the record, as weighed; null where nothing was weighed. */
            confidence: number | null;
            /** @description Public page of the candidate. */
            url: string | null;
        };
        /** @description What one source said. Three outcomes: found (an id), looked and found nothing (`attempted`, no id, a reason), not looked (not `attempted`, a reason). */
        ProvenanceEntry: {
            /** @description The source that was asked. */
            source: components["schemas"]["IdentitySource"];
            /** @description Whether it was looked in. */
            attempted: boolean;
            /** @description The source's id, as text whatever its native type. */
            external_id: string | null;
            /** @description The pass that found the id; null where there is no id. */
            method: components["schemas"]["IdentityMethod"] | null;
            /** @description Within the band of the method; null where there is no id. */
            confidence: number | null;
            /** @description The source whose link led here; null for an id found by itself. */
            derived_from: string | null;
            /**
             * @description Null where there is an id. `no_candidate`, `ambiguous`, `below_floor`: looked and found nothing that holds. `error`, `manual_override_protected`, `disabled`, `prerequisite_failed`: not looked.
             * @enum {string|null}
             */
            reason: "no_candidate" | "ambiguous" | "below_floor" | "error" | "manual_override_protected" | "disabled" | "prerequisite_failed" | null;
            /** @description How many candidates were weighed; null where that was not counted. */
            candidate_count: number | null;
            /** @description Public page of the id. */
            url: string | null;
        };
        /** @description What is known of one track. */
        TrackIdentity: {
            /** @description Position as printed, where one is known. */
            track_position: string | null;
            /** @description Artist credit of the track. For a compilation it echoes the credit of the library. */
            artist_name: string;
            /** @description Title of the track, where one is known. */
            track_title: string | null;
            /** @description Preferred name of the artist; null where the track was looked at and not resolved. */
            resolved_artist_name: string | null;
            /** @description Within the band of the method; null where the track is not resolved. */
            confidence: number | null;
            /** @description How the artist was found; null where the track is not resolved. */
            method: components["schemas"]["IdentityMethod"] | null;
            /** @description What each source said of the track. */
            sources: components["schemas"]["ProvenanceEntry"][];
        };
        /** @description An artist considered. */
        ExplainedArtist: {
            /** @description The source that holds it. */
            source: components["schemas"]["IdentitySource"];
            /** @description The source's id. */
            external_id: string;
            /** @description Its heading. */
            name: string;
            /** @description The name by which it was reached. */
            matched_name: string;
            /** @description The strongest pass that accepts it. */
            pass: string;
            /** @description It is the artist of the verdict. */
            chosen: boolean;
        };
        /** @description An album considered, with everything that was weighed. */
        ExplainedAlbum: {
            /** @description The source that holds it. */
            source: components["schemas"]["IdentitySource"];
            /** @description The source's id. */
            external_id: string;
            /** @description Its title. */
            title: string;
            /** @description Its artist credit. */
            artist_name: string | null;
            /** @description Its year. */
            year: number | null;
            /** @description The pass by which its artist was reached; null for a record that names none. */
            artist_pass: string | null;
            /** @description The pass by which its title was reached. */
            title_pass: string;
            /** @description Log-odds (bits) that it is the record, chance deducted. */
            log_odds: number;
            /** @description The same as a probability. */
            probability: number;
            /** @description It is the album of the verdict. */
            chosen: boolean;
            /** @description Each field compared, with its level and its weight. */
            comparisons: {
                /** @description The field. */
                comparison: string;
                /** @description How it came out. */
                level: string;
                /** @description Bits for (positive) or against (negative). */
                weight: number;
            }[];
        };
        /** @description The candidates of one family of sources. */
        ExplainedFamily: {
            /** @description `discogs`, `musicbrainz`, `wikidata`, or the name of an authority of the user's own. */
            family: string;
            /** @description Artists whose name is equal or alike, the surest pass first. */
            artists: components["schemas"]["ExplainedArtist"][];
            /** @description Albums considered, by falling log-odds. */
            albums: components["schemas"]["ExplainedAlbum"][];
        };
        /** @description A cross-reference that bears on the verdict. */
        ExplainedLink: {
            /** @description One end. */
            source: components["schemas"]["IdentitySource"];
            /** @description Its id. */
            external_id: string;
            /** @description The other end. */
            with_source: components["schemas"]["IdentitySource"];
            /** @description Its id. */
            with_external_id: string;
            /**
             * @description Whether it joins the two, parts them, or is where the second id was taken from.
             * @enum {string}
             */
            relation: "supports" | "contradicts" | "derives";
            /** @description Property or link type that states it; null where none joins the two directly. */
            via: string | null;
        };
        /** @description How a verdict came about. */
        Explanation: {
            /** @description Version of the weights. */
            model_version: string;
            /** @description Log-odds (bits) from which a candidate is taken. */
            least_log_odds: number;
            /** @description Lead (bits) it must have over the next. */
            least_lead: number;
            /** @description What was considered in each family of sources, in their fixed order. */
            families: components["schemas"]["ExplainedFamily"][];
            /** @description Links between the ids of the verdict, and those that ids were taken from. */
            cross_references: components["schemas"]["ExplainedLink"][];
            /** @description What would change the verdict, for a person to read. */
            what_would_change: string[];
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
            /** @description Sources that verifiably agree, sorted; null unless the method is `cross_source_agreement`. */
            agreement_sources: components["schemas"]["IdentitySource"][] | null;
            /** @description Pairs of ids that a cross-reference contradicts. */
            conflicts: components["schemas"]["Conflict"][];
            /**
             * @description Why there is no identity; null where there is one. A compilation that no source knows has a reason too.
             * @enum {string|null}
             */
            unresolved_reason: "no_candidate" | "ambiguous" | "below_floor" | null;
            /** @description The candidates between which the choice stayed open, or that came close. */
            candidates: components["schemas"]["Candidate"][];
            /** @description What each source said, in a fixed order of sources. */
            provenance: components["schemas"]["ProvenanceEntry"][];
            /** @description Null where tracks were not asked for, or the record is unresolved; false where they have not been looked at yet: ask again later. */
            tracks_attempted: boolean | null;
            /** @description Identities of the tracks; null exactly where `tracks_attempted` is, empty where that is false. */
            tracks: components["schemas"]["TrackIdentity"][] | null;
            /** @description Version of the rules and the model that decided. */
            resolver_version: string;
            /** @description Id of the reference snapshot that was looked in. */
            snapshot: string;
            /** @description How the verdict came about; only where it was asked for. */
            explanation?: components["schemas"]["Explanation"];
        };
        /** @description What answering cost, for the whole request. */
        CacheStats: {
            /** @description Inputs answered from memory. */
            memory_hits: number;
            /** @description Look-ups a database answered. */
            pg_hits: number;
            /** @description Look-ups a database had nothing for. */
            pg_misses: number;
            /** @description Calls to outside services. */
            api_calls: number;
            /** @description Milliseconds spent in databases. */
            pg_time_ms: number;
            /** @description Milliseconds spent in outside services. */
            api_time_ms: number;
        };
        /** @description A verdict on every record of the batch. */
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
        /**
         * @description What is wrong, for programs. A code never changes its meaning. Paths and methods that do not exist are `not_found` and `method_not_allowed`; bytes that are no HTTP request `malformed_request`, `headers_too_large` and `request_timeout`.
         * @enum {string}
         */
        ProblemCode: "malformed_request" | "headers_too_large" | "request_timeout" | "malformed_json" | "unsupported_media_type" | "unauthenticated" | "forbidden" | "not_found" | "method_not_allowed" | "too_many_inputs" | "body_too_large" | "invalid_input" | "overloaded" | "shutting_down" | "unknown_snapshot" | "changes_not_ready" | "snapshot_not_loaded" | "internal_error";
        /** @description One fault of the request. */
        InputFault: {
            /** @description JSON pointer (RFC 6901) into the body; of a parameter, its name after a slash. */
            pointer: string;
            /** @description What does not fit. */
            message: string;
        };
        /** @description RFC 9457 problem details, with a stable code. */
        Problem: {
            /** @description URI of the kind of problem: `urn:deadwax:problem:` and the code. */
            type: string;
            /** @description The kind of problem in a few words, the same for every occurrence. */
            title: string;
            /** @description The HTTP status. */
            status: number;
            /** @description What is wrong with this request. */
            detail: string;
            /** @description URI of this occurrence: `urn:deadwax:request:` and the id in `X-Request-Id`. */
            instance: string;
            code: components["schemas"]["ProblemCode"];
            /** @description Whether the same request may succeed later. */
            retryable: boolean;
            /** @description Faults of the body, one each. */
            errors: components["schemas"]["InputFault"][];
        };
        /** @description An entity that two snapshots tell differently of. */
        SnapshotChange: {
            /** @description Source of the entity, as provenance names it. */
            source: string;
            id: string;
            /** @enum {string} */
            change: "added" | "removed" | "changed";
            /** @description What of it is told otherwise. */
            aspects: ("names" | "titles" | "credits" | "group" | "publication" | "redirect" | "links")[];
        };
        /** @description A library record and what it is linked to. */
        TouchedInput: {
            /** @description The caller's own number for the record. */
            library_id: number;
            artist_name: string;
            album_title: string;
            /** @description The library files the record under various artists. */
            is_compilation?: boolean | null;
            /** @description Shelf letters or code of the record. */
            shelf_code?: string | null;
            /** @description Entities that the record was last linked to, as provenance names them. */
            links?: {
                source: string;
                external_id: string;
            }[];
        };
        FindTouchedRequest: {
            /** @description Id of the newer snapshot, as answers name it. */
            snapshot: string;
            /** @description Id of the snapshot under which the records were answered. */
            since: string;
            inputs: components["schemas"]["TouchedInput"][];
        };
        FindTouchedResponse: {
            /** @constant */
            contract_version: 1;
            snapshot: string;
            since: string;
            /** @description Numbers of the records that may be answered otherwise, in the order of the inputs. */
            touched: number[];
        };
        /** @description Health of the process. */
        HealthCheckResponse: {
            /**
             * @description An answer at all means `healthy`.
             * @enum {string}
             */
            status: "healthy" | "degraded" | "unhealthy";
        };
        /** @description Readiness, and that of each part. */
        ReadinessResponse: {
            /**
             * @description `healthy` when every part is `ok`.
             * @enum {string}
             */
            status: "healthy" | "degraded" | "unhealthy";
            /** @description State of each part by name. */
            services: {
                [key: string]: "ok" | "unavailable" | "timeout";
            };
        };
        /** @description What answers. */
        VersionResponse: {
            /** @description Version of the program. */
            version: string;
            /**
             * @description Version of this contract.
             * @constant
             */
            contract_version: 1;
            /** @description Version of the rules and the model; null until a snapshot is open. */
            resolver_version: string | null;
            /** @description Id of the reference snapshot; null until one is open. */
            snapshot: string | null;
        };
    };
    responses: {
        /** @description The body is not a JSON object in UTF-8 (`malformed_json`). */
        BadRequest: {
            headers: {
                "X-Request-Id": components["headers"]["RequestId"];
                "Server-Timing": components["headers"]["ServerTiming"];
                "Deadwax-Contract-Version": components["headers"]["ContractVersion"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description No bearer token was sent (`unauthenticated`). */
        Unauthenticated: {
            headers: {
                "WWW-Authenticate": components["headers"]["WwwAuthenticate"];
                "X-Request-Id": components["headers"]["RequestId"];
                "Server-Timing": components["headers"]["ServerTiming"];
                "Deadwax-Contract-Version": components["headers"]["ContractVersion"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description A token was sent, and it is not one the resolver accepts (`forbidden`). */
        Forbidden: {
            headers: {
                "WWW-Authenticate": components["headers"]["WwwAuthenticate"];
                "X-Request-Id": components["headers"]["RequestId"];
                "Server-Timing": components["headers"]["ServerTiming"];
                "Deadwax-Contract-Version": components["headers"]["ContractVersion"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description More than 1,000 inputs (`too_many_inputs`), or more than 8 MiB (`body_too_large`). */
        TooLarge: {
            headers: {
                "X-Request-Id": components["headers"]["RequestId"];
                "Server-Timing": components["headers"]["ServerTiming"];
                "Deadwax-Contract-Version": components["headers"]["ContractVersion"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description The body is not `application/json` in UTF-8 without a content encoding (`unsupported_media_type`). */
        UnsupportedMediaType: {
            headers: {
                "X-Request-Id": components["headers"]["RequestId"];
                "Server-Timing": components["headers"]["ServerTiming"];
                "Deadwax-Contract-Version": components["headers"]["ContractVersion"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description The body does not fit the contract (`invalid_input`); `errors` points at what does not. */
        InvalidInput: {
            headers: {
                "X-Request-Id": components["headers"]["RequestId"];
                "Server-Timing": components["headers"]["ServerTiming"];
                "Deadwax-Contract-Version": components["headers"]["ContractVersion"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description The fault is the resolver's (`internal_error`). This is no answer about any record. */
        InternalError: {
            headers: {
                "X-Request-Id": components["headers"]["RequestId"];
                "Server-Timing": components["headers"]["ServerTiming"];
                "Deadwax-Contract-Version": components["headers"]["ContractVersion"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description The resolver cannot look at the moment (`snapshot_not_loaded`, `overloaded`). This is no answer about any record. */
        Unavailable: {
            headers: {
                "Retry-After": components["headers"]["RetryAfter"];
                "X-Request-Id": components["headers"]["RequestId"];
                "Server-Timing": components["headers"]["ServerTiming"];
                "Deadwax-Contract-Version": components["headers"]["ContractVersion"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description What `If-None-Match` names is what there is. */
        NotModified: {
            headers: {
                "X-Request-Id": components["headers"]["RequestId"];
                "Server-Timing": components["headers"]["ServerTiming"];
                "Deadwax-Contract-Version": components["headers"]["ContractVersion"];
                [name: string]: unknown;
            };
            content?: never;
        };
        /** @description One of the two snapshots is not kept here, or cannot be compared with the other (`unknown_snapshot`). */
        UnknownSnapshot: {
            headers: {
                "X-Request-Id": components["headers"]["RequestId"];
                "Server-Timing": components["headers"]["ServerTiming"];
                "Deadwax-Contract-Version": components["headers"]["ContractVersion"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description The two snapshots are still being compared, which takes minutes where they are large (`changes_not_ready`). */
        ChangesUnavailable: {
            headers: {
                "Retry-After": components["headers"]["RetryAfter"];
                "X-Request-Id": components["headers"]["RequestId"];
                "Server-Timing": components["headers"]["ServerTiming"];
                "Deadwax-Contract-Version": components["headers"]["ContractVersion"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
    };
    parameters: {
        /** @description The caller's own id for the request, echoed in the answer. One that does not fit is replaced. */
        RequestId: string;
        /** @description `1` adds to every result how it came about. Costs time: for a person's look, not for bulk. */
        Explain: "0" | "1";
        /** @description `1` answers for the tracks too. For streams; a JSON body says it in `include_tracks`. */
        IncludeTracks: "0" | "1";
        /** @description How urgent the answer is: 1 a person waits for it, 5 nobody does. Classes share the resolver by weight, callers of one class take turns. Without it a batch of 20 inputs and fewer is of class 2, a larger one and a stream of class 4. */
        CallerClass: "1" | "2" | "3" | "4" | "5";
        /** @description What the caller asks for, in one word, for the resolver's log. */
        CallerReason: string;
        /** @description Id of the newer snapshot, as answers name it. */
        SnapshotId: string;
        /** @description Id of the older snapshot. */
        SinceSnapshot: string;
        /** @description The ETag of what the caller has. */
        IfNoneMatch: string;
    };
    requestBodies: never;
    headers: {
        /** @description The request's id, the caller's own where that was fit to use. It names the request in the log. */
        RequestId: string;
        /** @description Milliseconds by step, then `total`. */
        ServerTiming: string;
        /** @description Version of this contract that the answer follows. */
        ContractVersion: 1;
        /** @description The scheme to use, as RFC 6750 says it. */
        WwwAuthenticate: string;
        /** @description Seconds after which to ask again. */
        RetryAfter: number;
        /** @description Names this content; sent back in `If-None-Match` it spares sending the same again. */
        ETag: string;
    };
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    "bulk-resolve-libraries": {
        parameters: {
            query?: {
                /** @description `1` adds to every result how it came about. Costs time: for a person's look, not for bulk. */
                explain?: components["parameters"]["Explain"];
                /** @description `1` answers for the tracks too. For streams; a JSON body says it in `include_tracks`. */
                include_tracks?: components["parameters"]["IncludeTracks"];
            };
            header?: {
                /** @description The caller's own id for the request, echoed in the answer. One that does not fit is replaced. */
                "X-Request-Id"?: components["parameters"]["RequestId"];
                /** @description How urgent the answer is: 1 a person waits for it, 5 nobody does. Classes share the resolver by weight, callers of one class take turns. Without it a batch of 20 inputs and fewer is of class 2, a larger one and a stream of class 4. */
                "X-Caller-Class"?: components["parameters"]["CallerClass"];
                /** @description What the caller asks for, in one word, for the resolver's log. */
                "X-Caller-Reason"?: components["parameters"]["CallerReason"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["BulkResolveLibrariesRequest"];
                "application/x-ndjson": string;
            };
        };
        responses: {
            /** @description A result for every input, resolved or not. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    "Server-Timing": components["headers"]["ServerTiming"];
                    "Deadwax-Contract-Version": components["headers"]["ContractVersion"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BulkResolveLibrariesResponse"];
                    "application/x-ndjson": string;
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["InvalidInput"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    "list-snapshot-changes": {
        parameters: {
            query: {
                /** @description Id of the older snapshot. */
                since: components["parameters"]["SinceSnapshot"];
            };
            header?: {
                /** @description The caller's own id for the request, echoed in the answer. One that does not fit is replaced. */
                "X-Request-Id"?: components["parameters"]["RequestId"];
                /** @description The ETag of what the caller has. */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
            };
            path: {
                /** @description Id of the newer snapshot, as answers name it. */
                id: components["parameters"]["SnapshotId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Lines of JSON, each of this schema. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "X-Request-Id": components["headers"]["RequestId"];
                    "Server-Timing": components["headers"]["ServerTiming"];
                    "Deadwax-Contract-Version": components["headers"]["ContractVersion"];
                    [name: string]: unknown;
                };
                content: {
                    "application/x-ndjson": components["schemas"]["SnapshotChange"];
                };
            };
            304: components["responses"]["NotModified"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["UnknownSnapshot"];
            422: components["responses"]["InvalidInput"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["ChangesUnavailable"];
        };
    };
    "find-touched-libraries": {
        parameters: {
            query?: never;
            header?: {
                /** @description The caller's own id for the request, echoed in the answer. One that does not fit is replaced. */
                "X-Request-Id"?: components["parameters"]["RequestId"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["FindTouchedRequest"];
            };
        };
        responses: {
            /** @description The touched ones among them. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    "Server-Timing": components["headers"]["ServerTiming"];
                    "Deadwax-Contract-Version": components["headers"]["ContractVersion"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FindTouchedResponse"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["UnknownSnapshot"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["InvalidInput"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["ChangesUnavailable"];
        };
    };
    health: {
        parameters: {
            query?: never;
            header?: {
                /** @description The caller's own id for the request, echoed in the answer. One that does not fit is replaced. */
                "X-Request-Id"?: components["parameters"]["RequestId"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The process answers. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    "Server-Timing": components["headers"]["ServerTiming"];
                    "Deadwax-Contract-Version": components["headers"]["ContractVersion"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HealthCheckResponse"];
                };
            };
            500: components["responses"]["InternalError"];
        };
    };
    readiness: {
        parameters: {
            query?: never;
            header?: {
                /** @description The caller's own id for the request, echoed in the answer. One that does not fit is replaced. */
                "X-Request-Id"?: components["parameters"]["RequestId"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A snapshot is open. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    "Server-Timing": components["headers"]["ServerTiming"];
                    "Deadwax-Contract-Version": components["headers"]["ContractVersion"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReadinessResponse"];
                };
            };
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    metrics: {
        parameters: {
            query?: never;
            header?: {
                /** @description The caller's own id for the request, echoed in the answer. One that does not fit is replaced. */
                "X-Request-Id"?: components["parameters"]["RequestId"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Prometheus text format. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    "Server-Timing": components["headers"]["ServerTiming"];
                    "Deadwax-Contract-Version": components["headers"]["ContractVersion"];
                    [name: string]: unknown;
                };
                content: {
                    "text/plain": string;
                };
            };
            500: components["responses"]["InternalError"];
        };
    };
    version: {
        parameters: {
            query?: never;
            header?: {
                /** @description The caller's own id for the request, echoed in the answer. One that does not fit is replaced. */
                "X-Request-Id"?: components["parameters"]["RequestId"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The versions that every verdict of this process carries. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    "Server-Timing": components["headers"]["ServerTiming"];
                    "Deadwax-Contract-Version": components["headers"]["ContractVersion"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["VersionResponse"];
                };
            };
            500: components["responses"]["InternalError"];
        };
    };
}
