export interface paths {
    "/api/v1/library": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Search the library
         * @description Full text first; only where no record holds the words, what is spelt much like them and what compilations credit; other names of artists after either. Every record comes with its identity.
         */
        get: operations["search-library"];
        put?: never;
        /**
         * Add a record to the library
         * @description The record is kept at once and its identity is asked for; `wait_ms` waits a little for it, until then its status is `pending`.
         */
        post: operations["add-library-record"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/library/imports": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Take rows of a file into the library
         * @description Up to 1,000 rows. A row is known again by its own id, else by artist, title and format; what is known and the same is left alone, so a file may be sent any number of times. One result for each row, in order: rows that cannot be taken are rejected with a reason, the others are taken.
         */
        post: operations["import-library"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/library/{library_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * One record of the library
         * @description With its identity, what each source says of it, and what people decided.
         */
        get: operations["get-library-record"];
        put?: never;
        post?: never;
        /**
         * Delete a record of the library
         * @description What it was known to be stays in the history. An import does not bring it back.
         */
        delete: operations["delete-library-record"];
        options?: never;
        head?: never;
        /**
         * Change a record of the library
         * @description Fields that are left out stay. A change of what the record is asks for its identity again.
         */
        patch: operations["edit-library-record"];
        trace?: never;
    };
    "/api/v1/library/{library_id}/identity/refresh": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Ask for the identity of a record again
         * @description Asks the resolver now, whatever is known, and keeps the answer. Where the resolver cannot be asked nothing changes.
         */
        post: operations["refresh-identity"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/library/{library_id}/identity/history": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What a record was known to be before
         * @description Each entry is the state that a change replaced, latest first. It is there for deleted records too.
         */
        get: operations["list-identity-history"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/library/{library_id}/overrides": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What people decided of a record
         * @description Those that stand, oldest first.
         */
        get: operations["list-overrides"];
        put?: never;
        /**
         * Decide something of a record by hand
         * @description It is laid over whatever the resolver says, until it is revoked. A pin makes the identity `manual` at 1.00. What it contradicts is revoked. The very same decision again changes nothing.
         */
        post: operations["make-override"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/library/{library_id}/overrides/{override_id}/revoke": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Take a decision back
         * @description The resolver’s last answer is laid again, with the overrides that are left over it.
         */
        post: operations["revoke-override"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/artists/{artist_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * An artist and what it is known as
         * @description Its ids with who says so, what verdicts say against them, and what people changed.
         */
        get: operations["get-artist"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/artists/{artist_id}/ids/{source}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Enter an id of an artist
         * @description From then on it stands, whatever verdicts say; what was open on that source is settled by it. The same id again changes nothing.
         */
        put: operations["set-artist-id"];
        post?: never;
        /**
         * Take back an id that a person entered
         * @description What verdicts on the artist’s records say stands again, and is in conflict again where they differ.
         */
        delete: operations["clear-artist-id"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/artists/{artist_id}/conflicts/decisions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Decide between two ids of an artist
         * @description The id that is taken is staff’s word from then on, and the other is not proposed again.
         */
        post: operations["settle-artist-conflict"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/review": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What is worth a person’s look
         * @description The likeliest and most played faults first. Records that were decided on stay away until they change; skipped ones come back after a week.
         */
        get: operations["list-review"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/review/{library_id}/decisions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Decide on a record
         * @description What is accepted or skipped leaves the queue; any other decision makes an override.
         */
        post: operations["decide-review"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/overrides/imports": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Make the overrides of a file
         * @description Up to 1,000 rows, each by itself: one result for each row, in order. Rows that are no override are refused with a reason, the others are made. A file may be sent any number of times.
         */
        post: operations["import-overrides"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/flowsheet": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The flowsheet, latest first
         * @description What was logged, with the identity of what was played.
         */
        get: operations["list-flowsheet"];
        put?: never;
        /**
         * Log an entry of the flowsheet
         * @description A track that stands in no library row is asked about by its names.
         */
        post: operations["add-flowsheet-entry"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/library/{library_id}/compilation-tracks": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Who plays on which track of a compilation
         * @description Credits of the tracks, by position and title, with the artist of the library that each was linked to.
         */
        get: operations["list-compilation-tracks"];
        put?: never;
        /**
         * Add credits to a compilation
         * @description What is there already is skipped: a credit is its artist and title. Asks for the identity of the record again.
         */
        post: operations["add-compilation-tracks"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/rotation": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The rotation
         * @description What is to be played often, heaviest bin first.
         */
        get: operations["list-rotation"];
        put?: never;
        /**
         * Put a record in the rotation
         * @description Of the library, or one that is in none.
         */
        post: operations["add-to-rotation"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/rotation/{rotation_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /**
         * Move a record in the rotation, or take it out
         * @description A kill date in the future is a plan.
         */
        patch: operations["edit-rotation-entry"];
        trace?: never;
    };
    "/api/v1/shows": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Begin a show
         * @description A show goes on until it is ended.
         */
        post: operations["start-show"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/shows/{show_id}/end": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * End a show
         * @description A show that is over stays as it ended.
         */
        post: operations["end-show"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/jobs/pulls": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Ask for the identity of every row that needs it
         * @description Opens a run and leaves it to the workers.
         */
        post: operations["start-pull"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/jobs/drifts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Compare stored identities with what the resolver says now
         * @description Opens a run and leaves it to the workers. It writes no identity unless told to apply what it finds. Runs that ask about the whole library take turns.
         */
        post: operations["start-drift"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/jobs/drifts/latest": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The last comparison that ended
         * @description With its counts, examples of rows that differ, and for how long the library has been clean.
         */
        get: operations["get-latest-drift"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/jobs/changed": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Ask again about what a change of the resolver's snapshot touches
         * @description Opens a run and leaves it to the workers. Rows that were answered under another snapshot than the one that serves are asked about again where the change touches them, and only there. Runs that ask about the whole library take turns.
         */
        post: operations["start-changed"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/jobs/legacy-migrations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Take over the ids of the station's older systems
         * @description Opens a run and leaves it to the workers. Only rows of which nothing better is known are written; `unwind` takes back what was.
         */
        post: operations["start-legacy-migration"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/jobs/runs": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Runs of the jobs, latest first
         * @description With what each was asked for and what it did.
         */
        get: operations["list-job-runs"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/jobs/runs/{run_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * One run of a job
         * @description While it goes on, with what it has done so far.
         */
        get: operations["get-job-run"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/identity/gate": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Is the library identified well enough
         * @description Counts what became of every row, by stratum, and in how many each id is known. Writes nothing.
         */
        get: operations["get-identity-gate"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/exports/library": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The whole library
         * @description All records by number with the identity that is stored. Nothing that changes by itself is in it: no plays, no rotation, no state of the asking.
         */
        get: operations["export-library"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/exports/compilation-tracks": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * All credits of compilations
         * @description By number, with the artist of the library that each was linked to.
         */
        get: operations["export-compilation-tracks"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/genres": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The genres records are filed under
         * @description All of them, by name.
         */
        get: operations["list-genres"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/formats": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The formats records come in
         * @description All of them, by name.
         */
        get: operations["list-formats"];
        put?: never;
        post?: never;
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
         * @description Answers at once, also where the database does not.
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
         * Can it answer for the library
         * @description Whether the database answers.
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
         * @description Times of requests by route and status.
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
         * @description Which program and which contract answer.
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
        /** @description Ids of a record and of its artist. */
        RecordIds: {
            /** @description Discogs master. */
            discogs_master_id: number | null;
            /** @description Discogs release. */
            discogs_release_id: number | null;
            /**
             * Format: uuid
             * @description MusicBrainz release group.
             */
            musicbrainz_release_group_mbid: string | null;
            /**
             * Format: uuid
             * @description MusicBrainz release.
             */
            musicbrainz_release_mbid: string | null;
            /**
             * Format: uuid
             * @description MusicBrainz recording.
             */
            musicbrainz_recording_mbid: string | null;
            /** @description Wikidata item. */
            wikidata_qid: string | null;
            /** @description Spotify album. */
            spotify_id: string | null;
            /** @description Apple Music album. */
            apple_music_id: string | null;
            /** @description Ids of the artist, by source. */
            artist: {
                [key: string]: string;
            };
        };
        /** @description What a record is known to be. */
        RecordIdentity: {
            /**
             * @description `pending`: asked, no answer yet. `error`: it could not be asked, and never was. `never_asked`: nobody asked. The others are answers.
             * @enum {string}
             */
            status: "resolved" | "compilation" | "unresolved" | "pending" | "error" | "never_asked";
            /** @description Why there is no identity, where it was asked for. */
            unresolved_reason: string | null;
            /** @description How it was reached; null where there is none. */
            method: string | null;
            /** @description Within the band of the method; null where there is none. */
            confidence: number | null;
            /**
             * Format: date-time
             * @description When the resolver last said so.
             */
            verified_at: string | null;
            /** @description Sources that verifiably agree. */
            agreement_sources: string[];
            /** @description How many ids a cross-reference contradicts. */
            conflicts: number;
            /** @description Ids, null where none is known. */
            ids: components["schemas"]["RecordIds"];
        };
        /** @description A credit that was searched for. */
        TrackHint: {
            /** @description The track. */
            title: string | null;
            /** @description Where the credit is from. */
            source: string;
            /** @description Who plays. */
            artist_credit: string;
            /** @description Where, as printed. */
            position: string | null;
            /** @description How sure. */
            confidence: number;
        };
        /** @description Another name of the artist that was searched for. */
        AliasHint: {
            /** @description The name. */
            matched_variant: string;
            /** @description Who gives it. */
            source: string;
        };
        /** @description A record that was found. */
        SearchResult: {
            /** @description Number of the library row. */
            id: number;
            /** @description Number of the artist. */
            artist_id: number;
            /** @description Artist that it is filed under. */
            artist_name: string;
            /** @description Title. */
            album_title: string;
            /** @description Artist of the whole album. */
            album_artist: string | null;
            /** @description Label as printed. */
            label: string | null;
            /** @description Year of release. */
            year: number | null;
            /** @description Genre. */
            genre: string | null;
            /** @description Carrier. */
            format: string | null;
            /** @description Shelf code. */
            shelf_code: string | null;
            /** @description The artist's letters on the shelf. */
            code_letters: string | null;
            /** @description The artist's number on the shelf. */
            code_artist_number: number | null;
            /** @description The record's number on the shelf. */
            code_number: number | null;
            /** @description Letters of the volume. */
            code_volume_letters: string | null;
            /** @description How often it was played. */
            plays: number;
            /**
             * Format: date-time
             * @description When it was added.
             */
            added_at: string;
            /** @description Whether it is lost. */
            missing: boolean;
            /** @description Whether streaming services have it; null where nobody knows. */
            on_streaming: boolean | null;
            /**
             * @description The heaviest bin that it is in today.
             * @enum {string|null}
             */
            rotation_bin: "H" | "M" | "L" | "S" | null;
            /** @description What it is known to be. */
            identity: components["schemas"]["RecordIdentity"];
            /** @description Credits by which it was found; null where it was found itself. */
            matched_via: components["schemas"]["TrackHint"][] | null;
            /** @description The other name by which it was found; null where it was found itself. */
            matched_via_alias: components["schemas"]["AliasHint"] | null;
        };
        /** @description How something was read that could not be read as it was written. */
        SearchNotice: {
            /** @description What was the matter. */
            code: string;
            /** @description How it was read. */
            message: string;
        };
        /** @description A page of records. */
        SearchResponse: {
            /** @description In the order asked for. */
            results: components["schemas"]["SearchResult"][];
            /** @description Where to go on; null at the end. */
            next_cursor: string | null;
            /** @description How many there are, counted for the first page. */
            total: number;
            /**
             * @description By what the first was found; null where nothing was.
             * @enum {string|null}
             */
            matched: "text" | "fuzzy" | "alias" | "credit" | null;
            /** @description What of the query was read otherwise than it was written. */
            notices: components["schemas"]["SearchNotice"][];
        };
        /**
         * @description What is wrong, for programs. A code never changes its meaning. Paths, methods and records that do not exist are `not_found` and `method_not_allowed`; bytes that are no HTTP request `malformed_request`, `headers_too_large` and `request_timeout`.
         * @enum {string}
         */
        ProblemCode: "malformed_request" | "headers_too_large" | "request_timeout" | "malformed_json" | "unsupported_media_type" | "unauthenticated" | "forbidden" | "not_found" | "method_not_allowed" | "too_many_inputs" | "body_too_large" | "invalid_input" | "conflict" | "database_unavailable" | "query_timeout" | "export_space" | "resolver_unavailable" | "internal_error";
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
            /** @description Faults of the parameters and the body, one each. */
            errors: components["schemas"]["InputFault"][];
        };
        /** @description A record, as a person enters it. */
        LibraryRecordInput: {
            /** @description Artist that it is filed under. */
            artist_name: string;
            /** @description Title. */
            album_title: string;
            /** @description Carrier, as the station calls it. */
            format?: string | null;
            /** @description Genre that it is filed under. */
            genre?: string | null;
            /** @description Label as printed. */
            label?: string | null;
            /** @description Year of release. */
            year?: number | null;
            /** @description Catalogue number as printed. */
            catalog_number?: string | null;
            /** @description Barcode. */
            barcode?: string | null;
            /** @description Shelf letters or code. */
            shelf_code?: string | null;
            /** @description Letters of the volume on the shelf; those of compilations begin with Z. */
            code_volume_letters?: string | null;
            /** @description Artist of the whole album, where it is filed under another. */
            album_artist?: string | null;
            /** @description Another name that the artist is looked for by. */
            alternate_artist_name?: string | null;
            /** @description Whether the station files it as a compilation; null where it does not say. */
            is_compilation?: boolean | null;
            /** @description The record's number in the library's older id space. */
            legacy_release_id?: number | null;
        };
        /** @description What one source says of a record. */
        SourceLink: {
            /** @description The source. */
            source: string;
            /** @description The source's id. */
            external_id: string;
            /** @description How it was found; `manual` where a person said so. */
            method: string;
            /** @description Within the band of the method. */
            confidence: number;
            /** @description The source whose link led here. */
            derived_from: string | null;
            /** @description Public page. */
            url: string | null;
            /**
             * Format: date-time
             * @description When it was last said.
             */
            verified_at: string;
        };
        /** @description What a person decided of one source of a record. */
        IdentityOverride: {
            /** @description Its number. */
            override_id: number;
            /** @description The record. */
            library_id: number;
            /** @description The source. */
            source: string;
            /**
             * @description `pin` an id, `reject` one (or any, where it is null), or `not_applicable`: known to be absent there.
             * @enum {string}
             */
            action: "pin" | "reject" | "not_applicable";
            /** @description The id. */
            external_id: string | null;
            /** @description Why. */
            reason: string | null;
            /** @description Who. */
            actor: string;
            /**
             * Format: date-time
             * @description When.
             */
            created_at: string;
            /**
             * Format: date-time
             * @description When it ended; null while it stands.
             */
            revoked_at: string | null;
            /** @description Who ended it, or contradicted it. */
            revoked_by: string | null;
        };
        /** @description A record of the library. */
        LibraryRecord: {
            /** @description Number of the library row. */
            id: number;
            /** @description Number of the artist. */
            artist_id: number;
            /** @description Artist that it is filed under. */
            artist_name: string;
            /** @description Title. */
            album_title: string;
            /** @description Carrier, as the station calls it. */
            format: string | null;
            /** @description Genre that it is filed under. */
            genre: string | null;
            /** @description Label as printed. */
            label: string | null;
            /** @description Year of release. */
            year: number | null;
            /** @description Catalogue number as printed. */
            catalog_number: string | null;
            /** @description Barcode. */
            barcode: string | null;
            /** @description Shelf letters or code. */
            shelf_code: string | null;
            /** @description Letters of the volume on the shelf; those of compilations begin with Z. */
            code_volume_letters: string | null;
            /** @description Artist of the whole album, where it is filed under another. */
            album_artist: string | null;
            /** @description Another name that the artist is looked for by. */
            alternate_artist_name: string | null;
            /** @description Whether the station files it as a compilation; null where it does not say. */
            is_compilation?: boolean | null;
            /** @description The record's number in the library's older id space. */
            legacy_release_id: number | null;
            /** @description How often it was played, as last counted. */
            plays: number;
            /**
             * Format: date-time
             * @description When it was added.
             */
            added_at: string;
            /**
             * Format: date-time
             * @description When it was last changed.
             */
            modified_at: string;
            /** @description What it is known to be. */
            identity: components["schemas"]["RecordIdentity"];
            /** @description What each source says, by name of the source. */
            sources: components["schemas"]["SourceLink"][];
            /** @description What people decided, and stands. */
            overrides: components["schemas"]["IdentityOverride"][];
        };
        /** @description A row of an imported file, as it is typed there. */
        ImportRow: {
            /** @description Where it stands in the file, for the report. */
            line: number;
            /** @description The row's own id in the file. */
            own_id?: string | null;
            /** @description Artist. */
            artist_name: string | null;
            /** @description Title. */
            album_title: string | null;
            /** @description Carrier, as the station calls it. */
            format?: string | null;
            /** @description Genre that it is filed under. */
            genre?: string | null;
            /** @description Label as printed. */
            label?: string | null;
            /** @description Catalogue number as printed. */
            catalog_number?: string | null;
            /** @description Barcode. */
            barcode?: string | null;
            /** @description Shelf letters or code. */
            shelf_code?: string | null;
            /** @description Letters of the volume on the shelf; those of compilations begin with Z. */
            code_volume_letters?: string | null;
            /** @description Artist of the whole album, where it is filed under another. */
            album_artist?: string | null;
            /** @description Another name that the artist is looked for by. */
            alternate_artist_name?: string | null;
            /** @description Year of release. */
            year?: number | null;
            /** @description Whether the station files it as a compilation; null where it does not say. Left out, what is known of the record stands. */
            is_compilation?: boolean | null;
            /** @description The record's number in the library's older id space. */
            legacy_release_id?: number | null;
            /** @description What the older systems held it to be: `discogs:…`. */
            canonical_entity_id?: string | null;
            /** @description How sure they were. */
            canonical_entity_confidence?: number | null;
            /**
             * Format: date-time
             * @description When they decided.
             */
            canonical_entity_resolved_at?: string | null;
        };
        /** @description Rows of a file. */
        ImportLibraryRequest: {
            /** @description The rows, in the order of the file. */
            rows: components["schemas"]["ImportRow"][];
            /** @description Say what would become of the rows, and change nothing. */
            dry_run?: boolean;
        };
        /** @description What became of a row. */
        ImportedRow: {
            /** @description Where it stands in the file. */
            line: number;
            /** @description The library row that it is; null where it was rejected. */
            library_id: number | null;
            /**
             * @description What became of it.
             * @enum {string}
             */
            outcome: "added" | "updated" | "unchanged" | "rejected";
            /**
             * @description Why it was rejected; else null.
             * @enum {string|null}
             */
            reason: "no_artist" | "no_title" | "too_long" | "bad_year" | "bad_legacy_release_id" | "bad_is_compilation" | "control_characters" | "repeated_id" | "deleted_by_hand" | "legacy_release_id_taken" | null;
        };
        /** @description What became of the rows. */
        ImportLibraryResponse: {
            /** @description Whether nothing was changed. */
            dry_run: boolean;
            /** @description Rows that are new. */
            added: number;
            /** @description Rows that said something else. */
            updated: number;
            /** @description Rows that said the same. */
            unchanged: number;
            /** @description Rows that were not taken. */
            rejected: number;
            /** @description One for each row, in order. */
            rows: components["schemas"]["ImportedRow"][];
        };
        /** @description What changes of a record; null empties a field. */
        LibraryRecordPatch: {
            /** @description Artist that it is filed under. */
            artist_name?: string;
            /** @description Title. */
            album_title?: string;
            /** @description Carrier, as the station calls it. */
            format?: string | null;
            /** @description Genre that it is filed under. */
            genre?: string | null;
            /** @description Label as printed. */
            label?: string | null;
            /** @description Year of release. */
            year?: number | null;
            /** @description Catalogue number as printed. */
            catalog_number?: string | null;
            /** @description Barcode. */
            barcode?: string | null;
            /** @description Shelf letters or code. */
            shelf_code?: string | null;
            /** @description Letters of the volume on the shelf; those of compilations begin with Z. */
            code_volume_letters?: string | null;
            /** @description Artist of the whole album, where it is filed under another. */
            album_artist?: string | null;
            /** @description Another name that the artist is looked for by. */
            alternate_artist_name?: string | null;
            /** @description Whether the station files it as a compilation; null where it does not say. */
            is_compilation?: boolean | null;
            /** @description The record's number in the library's older id space. */
            legacy_release_id?: number | null;
        };
        /** @description A state that a change replaced. */
        IdentityHistoryEntry: {
            /** @description Its number. */
            history_id: number;
            /**
             * Format: date-time
             * @description When it was replaced.
             */
            superseded_at: string;
            /** @description Why. */
            reason: string;
            /**
             * @description What kind of change.
             * @enum {string}
             */
            category: "rerun" | "manual" | "revoked" | "withdrawn" | "refused" | "legacy" | "deleted";
            /** @description Who, or which job. */
            actor: string;
            /** @description The run that did it. */
            run_id: number | null;
            /** @description The identity as it was; null where there was none. */
            identity: {
                [key: string]: unknown;
            } | null;
            /** @description What sources said that changed or left; of a refused answer, what it said. */
            sources: {
                [key: string]: unknown;
            }[];
        };
        /** @description What a record was known to be. */
        IdentityHistoryResponse: {
            /** @description The record. */
            library_id: number;
            /** @description Latest first. */
            entries: components["schemas"]["IdentityHistoryEntry"][];
        };
        /** @description The overrides of a record. */
        OverridesResponse: {
            /** @description The record. */
            library_id: number;
            /** @description Oldest first. */
            overrides: components["schemas"]["IdentityOverride"][];
        };
        /** @description What a person decides of one source of a record. */
        OverrideInput: {
            /** @description The source: `discogs_master`, `mb_release_group`, … as provenance names it. */
            source: string;
            /**
             * @description `pin` an id, `reject` one (or any, without an id), or `not_applicable`: known to be absent there.
             * @enum {string}
             */
            action: "pin" | "reject" | "not_applicable";
            /** @description The id; bare, not its page. */
            external_id?: string | null;
            /** @description Why, for the history. */
            reason?: string | null;
        };
        /** @description An override that stands, and the record with it. */
        MakeOverrideResponse: {
            /** @description The override. */
            override: components["schemas"]["IdentityOverride"];
            /** @description Numbers of overrides that it contradicted, and that stand no longer. */
            revoked: number[];
            /** @description The record, with the override laid over its identity. */
            record: components["schemas"]["LibraryRecord"];
        };
        /** @description An id of an artist. */
        ArtistIdentity: {
            /** @description The source. */
            source: string;
            /** @description The id. */
            external_id: string;
            /**
             * @description `staff`: a person entered it, or chose it. `resolver`: the first verdict on a record of the artist named it.
             * @enum {string}
             */
            origin: "staff" | "resolver";
            /** @description Who entered it, or on whose behalf the resolver was asked. */
            actor: string;
            /** @description Of the verdict that named it; null of what people entered. */
            confidence: number | null;
            /**
             * Format: date-time
             * @description Since when.
             */
            set_at: string;
        };
        /** @description A verdict names another id for an artist than the one that stands. */
        ArtistConflict: {
            /** @description The artist. */
            artist_id: number;
            /** @description The source. */
            source: string;
            /** @description The id that stands. */
            standing_id: string;
            /** @description The id that the verdict names. */
            proposed_id: string;
            /** @description The record whose verdict it is. */
            library_id: number;
            /**
             * Format: date-time
             * @description Since when.
             */
            seen_at: string;
        };
        /** @description What stood of a source before a person changed it. */
        ArtistHistoryEntry: {
            /** @description The source. */
            source: string;
            /** @description The id that stood; null where none did. */
            external_id: string | null;
            /**
             * @description Who had said so.
             * @enum {string|null}
             */
            origin: "staff" | "resolver" | null;
            /**
             * Format: date-time
             * @description When it was changed.
             */
            superseded_at: string;
            /**
             * @description `manual`: an id was entered or chosen. `revoked`: one was taken back.
             * @enum {string}
             */
            category: "manual" | "revoked";
            /** @description What was done, and why. */
            reason: string;
            /** @description Who did it. */
            actor: string;
        };
        /** @description An artist of the library, and what it is known as elsewhere. */
        ArtistRecord: {
            /** @description Number of the artist. */
            id: number;
            /** @description The name. */
            artist_name: string;
            /** @description The name as the shelf files it. */
            alphabetical_name: string;
            /** @description Letters of the shelf. */
            code_letters: string | null;
            /** @description Number on the shelf. */
            code_number: number | null;
            /** @description How many records are filed under it. */
            records: number;
            /** @description Ids by source. */
            ids: components["schemas"]["ArtistIdentity"][];
            /** @description What verdicts say against them, and nobody decided yet. */
            conflicts: components["schemas"]["ArtistConflict"][];
            /** @description What people changed, latest first; a hundred changes at most. */
            history: components["schemas"]["ArtistHistoryEntry"][];
        };
        /** @description An id of an artist, as a person enters it. */
        ArtistIdInput: {
            /** @description The id; bare, not its page. */
            external_id: string;
            /** @description Why, for the history. */
            reason?: string | null;
        };
        /** @description Which of two ids is an artist's. */
        ConflictDecisionInput: {
            /** @description The source. */
            source: string;
            /** @description The id that a verdict proposed. */
            proposed_id: string;
            /**
             * @description `standing`: the id that stands is right. `proposed`: the other is.
             * @enum {string}
             */
            take: "standing" | "proposed";
            /** @description Why, for the history. */
            reason?: string | null;
        };
        /**
         * @description Why a record is worth a look. `id_changed`: the latest drift run found another id. `conflict`: a cross-reference contradicts an id that was chosen. `ambiguous`: several records were as likely. `refused_link`: a weaker answer contradicted a firm link. `artist_conflict`: its verdict names another id for the artist than stands. `unmatched_credits`: credits of its tracks are without an artist. `low_confidence`: below 0.85. `single_source`: one family of sources alone.
         * @enum {string}
         */
        ReviewReason: "id_changed" | "conflict" | "ambiguous" | "refused_link" | "artist_conflict" | "unmatched_credits" | "low_confidence" | "single_source";
        /** @description One kind of entity of one authority: `discogs_artist`, `discogs_master`, `discogs_release`, `mb_artist`, `mb_release_group`, `mb_release`, `mb_recording`, `wikidata`, `wikidata_artist`, `spotify`, `spotify_artist`, `apple_music`, `apple_music_artist`, `bandcamp`, `llm` (a model that was asked and named none), or a source of the operator's own. Open: expect names not listed here. */
        IdentitySource: string;
        /**
         * @description How a link was found, strongest first. `inherited` ids were reached only by following a link from another id.
         * @enum {string}
         */
        IdentityMethod: "manual" | "cross_source_agreement" | "exact_match" | "name_variation" | "member_group" | "alias_match" | "trigram" | "llm" | "inherited";
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
        /** @description A record that is worth a look, with what there is to decide on. */
        ReviewItem: {
            /** @description The record. */
            library: {
                /** @description Number of the library row. */
                id: number;
                /** @description Number of the artist. */
                artist_id: number;
                /** @description Artist that it is filed under. */
                artist_name: string;
                /** @description Title. */
                album_title: string;
                /** @description Label as printed. */
                label: string | null;
                /** @description Year of release. */
                year: number | null;
                /** @description Carrier, as the station calls it. */
                format: string | null;
            };
            /** @description What it is known to be. */
            identity: components["schemas"]["RecordIdentity"];
            /** @description Changes with what there is to decide on; a decision that names it is refused once that has changed. */
            version: string;
            /** @description Why it is here. */
            reasons: components["schemas"]["ReviewReason"][];
            /** @description How doubtful all reasons together make it. */
            uncertainty: number;
            /** @description How often it was played, as last counted. */
            plays: number;
            /** @description What the queue is ordered by: uncertainty × (plays + 1). */
            score: number;
            /** @description What each source says. */
            sources: components["schemas"]["SourceLink"][];
            /** @description Between which the last answer could not choose, or that came close. */
            candidates: components["schemas"]["Candidate"][];
            /** @description Ids that a cross-reference contradicts. */
            conflicts: components["schemas"]["Conflict"][];
            /** @description What its verdict says of the artist against what stands. */
            artist_conflicts: components["schemas"]["ArtistConflict"][];
            /** @description What the latest drift run found of it, where that is another id; else null. */
            drift: {
                /** @description What differs. */
                class: string;
                /** @description The ids that were found, by source. */
                ids: {
                    [key: string]: string;
                };
            } | null;
        };
        /** @description A page of the review queue. */
        ReviewResponse: {
            /** @description Most worth a look first. */
            items: components["schemas"]["ReviewItem"][];
            /** @description Where the next page begins; null where this is the last. */
            next_cursor: string | null;
        };
        /** @description A reviewer's word on a record. */
        ReviewDecisionInput: {
            /**
             * @description `accept`: it is right as it stands. `skip`: not now; it comes back after a week. `pin`, `reject` and `not_applicable` are overrides of a source.
             * @enum {string}
             */
            decision: "accept" | "skip" | "pin" | "reject" | "not_applicable";
            /** @description The source that an override is of. */
            source?: string | null;
            /** @description The id that is pinned, or rejected. */
            external_id?: string | null;
            /** @description Why, for the history. */
            reason?: string | null;
            /** @description The version of the item that was looked at. Without one, the decision is on whatever stands. */
            version?: string | null;
        };
        /** @description What came of a reviewer's word. */
        ReviewDecisionResponse: {
            /**
             * @description What is kept of it.
             * @enum {string}
             */
            decision: "accepted" | "skipped" | "overridden";
            /** @description The override that it made, or that stood already; null for the others. */
            override: components["schemas"]["IdentityOverride"] | null;
            /** @description The record after it. */
            record: components["schemas"]["LibraryRecord"];
        };
        /** @description A row of a file of overrides, as it is typed there. */
        OverrideRow: {
            /** @description Where it stands in the file, for the report. */
            line: number;
            /** @description Number of the library row. */
            library_id: string | number;
            /** @description The source. */
            source: string;
            /** @description `pin`, `reject` or `not_applicable`. */
            action: string;
            /** @description The id. */
            external_id?: string | null;
            /** @description Why, for the history. */
            reason?: string | null;
        };
        /** @description Rows of a file of overrides. */
        ImportOverridesRequest: {
            /** @description The rows, in the order of the file. */
            rows: components["schemas"]["OverrideRow"][];
            /** @description Say what would come of the rows, and change nothing. */
            dry_run?: boolean;
        };
        /** @description What came of a row. */
        ImportedOverride: {
            /** @description Where it stands in the file. */
            line: number;
            /**
             * @description `unchanged`: the very same stands already.
             * @enum {string}
             */
            outcome: "made" | "unchanged" | "refused";
            /**
             * @description Why it was refused; else null. Of equal rows the first is taken (`duplicate_in_file`), of rows that contradict each other none.
             * @enum {string|null}
             */
            failure_reason: "unknown_library_id" | "unknown_source" | "bad_action" | "bad_external_id" | "duplicate_in_file" | "contradicts_in_file" | null;
        };
        /** @description What came of the rows. */
        ImportOverridesResponse: {
            /** @description The run that it is recorded as. */
            run_id: number;
            /** @description Whether nothing was changed. */
            dry_run: boolean;
            /** @description Rows that are overrides from here on. */
            made: number;
            /** @description Rows that stood already. */
            unchanged: number;
            /** @description Rows that are none. */
            refused: number;
            /** @description One for each row, in order. */
            rows: components["schemas"]["ImportedOverride"][];
        };
        /** @description An entry of the flowsheet. */
        FlowsheetEntry: {
            /** @description Its number. */
            id: number;
            /** @description The show. */
            show_id: number | null;
            /** @description The record of the library that was played. */
            library_id: number | null;
            /** @description The entry of the rotation. */
            rotation_id: number | null;
            /**
             * @description What it is.
             * @enum {string}
             */
            entry_type: "track" | "show_start" | "show_end" | "dj_join" | "dj_leave" | "talkset" | "breakpoint" | "message";
            /** @description Artist, as logged. */
            artist_name: string | null;
            /** @description Title of the record, as logged. */
            album_title: string | null;
            /** @description Title of the track, as logged. */
            track_title: string | null;
            /** @description Label, as logged. */
            label: string | null;
            /** @description Whether a listener asked for it. */
            request_flag: boolean;
            /** @description Words of the DJ. */
            message: string | null;
            /**
             * Format: date-time
             * @description When it was logged.
             */
            add_time: string;
            /** @description What was played is known to be; null of entries that are no track. */
            identity: components["schemas"]["RecordIdentity"] | null;
        };
        /** @description Entries of the flowsheet. */
        FlowsheetResponse: {
            /** @description Latest first. */
            entries: components["schemas"]["FlowsheetEntry"][];
        };
        /** @description An entry, as a DJ logs it. */
        FlowsheetEntryInput: {
            /** @description The show. */
            show_id?: number | null;
            /** @description The record of the library that was played. */
            library_id?: number | null;
            /** @description The entry of the rotation. */
            rotation_id?: number | null;
            /**
             * @description What it is.
             * @enum {string}
             */
            entry_type: "track" | "show_start" | "show_end" | "dj_join" | "dj_leave" | "talkset" | "breakpoint" | "message";
            /** @description Artist, as logged. */
            artist_name?: string | null;
            /** @description Title of the record, as logged. */
            album_title?: string | null;
            /** @description Title of the track, as logged. */
            track_title?: string | null;
            /** @description Label, as logged. */
            label?: string | null;
            /** @description Whether a listener asked for it. */
            request_flag?: boolean;
            /** @description Words of the DJ. */
            message?: string | null;
        };
        /** @description A credit of a track. */
        CompilationTrack: {
            /** @description Its number. */
            id: number;
            /** @description Who plays. */
            artist_name: string;
            /** @description What. */
            track_title: string | null;
            /** @description Where, as printed. */
            track_position: string | null;
            /** @description The artist of the library. */
            track_artist_id: number | null;
            /** @description How sure that is. */
            track_artist_link_confidence: number | null;
            /** @description How it was linked: by the resolver, or by a librarian. */
            track_artist_link_method: string | null;
        };
        /** @description Credits of a compilation. */
        CompilationTracksResponse: {
            /** @description By position, then title. */
            tracks: components["schemas"]["CompilationTrack"][];
        };
        /** @description A credit of a track. */
        CompilationTrackInput: {
            /** @description Who plays. */
            artist_name: string;
            /** @description What. */
            track_title?: string | null;
            /** @description Where, as printed. */
            track_position?: string | null;
        };
        /** @description Credits to add. */
        AddCompilationTracksRequest: {
            /** @description The credits. */
            tracks: components["schemas"]["CompilationTrackInput"][];
        };
        /** @description What was added. */
        AddCompilationTracksResponse: {
            /** @description Credits that are new. */
            inserted: number;
            /** @description Credits that were there. */
            skipped: number;
            /** @description All credits of the record. */
            tracks: components["schemas"]["CompilationTrack"][];
        };
        /** @description An entry of the rotation. */
        RotationEntry: {
            /** @description Its number. */
            id: number;
            /** @description The record of the library. */
            library_id: number | null;
            /**
             * @description Heavy, medium, light or singles.
             * @enum {string}
             */
            bin: "H" | "M" | "L" | "S";
            /**
             * Format: date
             * @description From when.
             */
            add_date: string;
            /**
             * Format: date
             * @description Until when.
             */
            kill_date: string | null;
            /** @description Artist. */
            artist_name: string;
            /** @description Title. */
            album_title: string;
            /** @description Label. */
            label: string | null;
            /** @description What its record is known to be; null where it is in no library. */
            identity: components["schemas"]["RecordIdentity"] | null;
        };
        /** @description The rotation. */
        RotationResponse: {
            /** @description Heaviest bin first, then by artist. */
            entries: components["schemas"]["RotationEntry"][];
        };
        /** @description A record for the rotation; of one of the library the names may be left out. */
        RotationEntryInput: {
            /** @description The record of the library. */
            library_id?: number | null;
            /**
             * @description Heavy, medium, light or singles.
             * @enum {string}
             */
            bin: "H" | "M" | "L" | "S";
            /**
             * Format: date
             * @description From when.
             */
            add_date?: string;
            /**
             * Format: date
             * @description Until when.
             */
            kill_date?: string | null;
            /** @description Artist. */
            artist_name?: string | null;
            /** @description Title. */
            album_title?: string | null;
            /** @description Label. */
            label?: string | null;
        };
        /** @description What changes of an entry. */
        RotationEntryPatch: {
            /**
             * @description Heavy, medium, light or singles.
             * @enum {string}
             */
            bin?: "H" | "M" | "L" | "S";
            /**
             * Format: date
             * @description Until when; null takes the plan back.
             */
            kill_date?: string | null;
        };
        /** @description A show that begins. */
        ShowInput: {
            /** @description Who is on. */
            dj_name: string;
            /** @description What kind of show. */
            specialty?: string | null;
        };
        /** @description A show. */
        Show: {
            /** @description Its number. */
            id: number;
            /** @description Who is on. */
            dj_name: string;
            /** @description What kind of show. */
            specialty: string | null;
            /**
             * Format: date-time
             * @description When it began.
             */
            start_time: string;
            /**
             * Format: date-time
             * @description When it ended; null while it goes on.
             */
            end_time: string | null;
        };
        /** @description How to pull. What is left out has its default. */
        PullRequest: {
            /** @description Rows of a call. */
            batch_size?: number;
            /** @description Rows of a call, of compilations. */
            va_batch_size?: number;
            /** @description Milliseconds between calls of a worker. */
            throttle_ms?: number;
            /** @description Days for which an identity is fresh. */
            stale_threshold_days?: number;
            /** @description Days before "nothing found" is asked again. */
            unresolved_retry_days?: number;
            /** @description Also rows that the older systems knew no id of. */
            include_null_canonical?: boolean;
            /** @description Only compilations that were answered before. */
            recheck?: boolean;
            /** @description Ask and count, write nothing. */
            dry_run?: boolean;
        };
        /** @description A run of a job. */
        JobRun: {
            /** @description Its number. */
            run_id: number;
            /** @description Which job. */
            job: string;
            /**
             * @description How it stands.
             * @enum {string}
             */
            state: "running" | "succeeded" | "failed" | "aborted";
            /** @description Who started it. */
            actor: string;
            /** @description What it was asked for. */
            parameters: {
                [key: string]: unknown;
            };
            /**
             * Format: date-time
             * @description When it began.
             */
            started_at: string;
            /**
             * Format: date-time
             * @description When it was last heard of.
             */
            heartbeat_at: string;
            /**
             * Format: date-time
             * @description When it ended.
             */
            finished_at: string | null;
            /** @description What it did; of a run that goes on, so far. */
            report: {
                [key: string]: unknown;
            } | null;
            /** @description Why it failed. */
            failure: string | null;
        };
        /** @description What to compare, and how. What is left out has its default. */
        DriftRequest: {
            /** @description So many rows, drawn evenly over the strata. Left out, the whole library in slices of ids. */
            sample_rows?: number;
            /** @description What rows are told apart by, for the sample and the report. Default all. */
            stratify_by?: ("method" | "age" | "confidence")[];
            /** @description The same seed over the same rows draws the same sample. Default a new one. */
            seed?: string;
            /** @description Write what differs. Default false, which writes no identity. */
            apply?: boolean;
            /** @description Share of rows with a changed id above which the run alerts. Default 0.01. */
            alert_share?: number;
            /** @description Rows of a call. Default 500. */
            slice_rows?: number;
        };
        /** @description Rows by what they are counted by. */
        RowCounts: {
            [key: string]: number;
        };
        /** @description What was found in one stratum. */
        DriftStratum: {
            /** @description Rows of the stratum in the library. */
            population: number;
            /** @description Rows that were compared. */
            compared: number;
            /** @description Of these, rows with another id. */
            id_changed: number;
            classes: components["schemas"]["RowCounts"];
        };
        /** @description What a comparison counted. Every selected row is in exactly one of `compared`, `could_not_ask`, `refused` and `superseded`. */
        DriftReport: {
            /** @description Rows that there were to compare. */
            population: number;
            /** @description Rows that were gone through. */
            selected: number;
            /** @description Rows that were compared. */
            compared: number;
            /** @description Rows that the resolver gave no answer to. They say nothing of drift. */
            could_not_ask: {
                /** @description How many. */
                rows: number;
                reasons: components["schemas"]["RowCounts"];
            };
            /** @description Answers that were not usable. */
            refused: number;
            /** @description Rows that were edited, deleted or answered anew while they were asked about. */
            superseded: number;
            /** @description Compared rows by the most serious that applies: `same`, `confidence_only`, `method_only`, `id_added`, `id_removed`, `id_changed:<column>`, `kind_changed`, `now_unresolved`, `manual_shadowed`. */
            classes: components["schemas"]["RowCounts"];
            /** @description Of these, rows that another version of the resolver had decided. */
            classes_version_changed: components["schemas"]["RowCounts"];
            /** @description Rows that another version of the resolver had decided. */
            version_changed: number;
            /** @description Rows that were decided over another snapshot. */
            snapshot_changed: number;
            /** @description Rows with standing overrides. */
            manual_rows: number;
            /** @description Rows that do not show their overrides. */
            manual_overwritten: number;
            /** @description Rows by kind of their verdict, both ways; those that another version had decided left out. */
            kinds: {
                stored: components["schemas"]["RowCounts"];
                fresh: components["schemas"]["RowCounts"];
            };
            /** @description By stratum. */
            strata: {
                [key: string]: components["schemas"]["DriftStratum"];
            };
            /** @description Share of rows with another id, each stratum weighed by its population. Null where nothing was compared. */
            id_changed_share: number | null;
            /** @description Whether that share is above what was asked for. */
            alert: boolean;
            /**
             * @description Clean, not clean, or not enough seen to say.
             * @enum {string}
             */
            cleanliness: "clean" | "unclean" | "incomplete";
            /** @description What came of the rows that were to be written anew. */
            applied: components["schemas"]["RowCounts"];
        };
        /** @description A record's identity on one side of a comparison. */
        DriftSide: {
            /** @description Kind of the verdict; null where there was none. */
            kind: string | null;
            /** @description Version that decided. */
            resolver_version: string | null;
            /** @description Snapshot that it decided over. */
            snapshot: string | null;
            /** @description Method of the composed identity. */
            method: string | null;
            /** @description Confidence of the composed identity. */
            confidence: number | null;
            /** @description Known ids of the composed identity, by column, those of the artist by source. */
            ids: {
                [key: string]: string;
            };
            /** @description What each source says, by source. */
            links: {
                [key: string]: string;
            };
        };
        /** @description A row that differs. */
        DriftExample: {
            /** @description Its number. */
            library_id: number;
            /** @description Artist, as the library files it. */
            artist_name: string;
            /** @description Title. */
            album_title: string;
            /** @description The most serious difference. */
            class: string;
            /** @description All differences, the most serious first. */
            classes: string[];
            /** @description Where it was drawn from. */
            stratum: string;
            stored: components["schemas"]["DriftSide"];
            fresh: components["schemas"]["DriftSide"];
        };
        /** @description Clean runs over the whole library since the last one that was not. */
        CleanStreak: {
            /** @description How many. */
            runs: number;
            /** @description Days, by UTC, on which there was one. */
            days: number;
            /**
             * Format: date-time
             * @description When the first of them began.
             */
            since: string | null;
        };
        /** @description A comparison that ended. */
        DriftRun: {
            /** @description Its number. */
            run_id: number;
            /**
             * @description How it ended.
             * @enum {string}
             */
            state: "succeeded" | "failed" | "aborted";
            /** @description Who started it. */
            actor: string;
            /** @description What it was asked for. */
            parameters: {
                [key: string]: unknown;
            };
            /**
             * Format: date-time
             * @description When it began.
             */
            started_at: string;
            /**
             * Format: date-time
             * @description When it ended.
             */
            finished_at: string;
            /** @description Why it failed. */
            failure: string | null;
            report: components["schemas"]["DriftReport"];
            /** @description Rows that differ, at most five of each class, the most serious classes first. */
            examples: components["schemas"]["DriftExample"][];
            clean_streak: components["schemas"]["CleanStreak"];
        };
        /** @description What to do. What is left out has its default. */
        ChangedRequest: {
            /** @description Rows looked at in one go. Default 500. */
            page_rows?: number;
        };
        /** @description What to do. What is left out has its default. */
        LegacyMigrationRequest: {
            /** @description Count only. Default false. */
            dry_run?: boolean;
            /** @description Take back what earlier runs wrote, where nothing better came since. Default false. */
            unwind?: boolean;
            /** @description Rows of a transaction. Default 500. */
            batch_size?: number;
        };
        /** @description Runs of the jobs. */
        JobRunsResponse: {
            /** @description Latest first. */
            runs: components["schemas"]["JobRun"][];
        };
        /** @description What became of rows. */
        GateCounts: {
            /** @description All of them. */
            total_rows: number;
            /** @description Without an identity of the floor's confidence. */
            unresolved_rows: number;
            /** @description Of these, rows whose artist is known by an identity of another record. */
            fallback_resolved_rows: number;
            /** @description The others of these; the next three are its parts. */
            truly_unresolved_rows: number;
            /** @description Asked about, and nothing found that counts. */
            found_nothing_rows: number;
            /** @description Never answered, though it was tried. */
            could_not_ask_rows: number;
            /** @description Never answered, nor tried. */
            never_asked_rows: number;
            /** @description By column of the identity, then by source of artist ids. */
            coverage: {
                [key: string]: {
                    /** @description Rows in which it is known. */
                    rows: number;
                    /** @description Their share of all. */
                    share: number;
                };
            };
            /**
             * @description `PASS` where fewer rows than the threshold are truly unresolved.
             * @enum {string}
             */
            gate_status: "PASS" | "FAIL";
        };
        /** @description Whether the library is identified well enough, and where it is not. */
        GateReport: {
            /** @description As many open rows, or more, fail. */
            threshold: number;
            /** @description Least confidence of an identity that counts. */
            floor: number;
            overall: components["schemas"]["GateCounts"];
            /** @description The same for parts of the library; every row is in exactly one. */
            strata: {
                single_artist: components["schemas"]["GateCounts"];
                compilation: components["schemas"]["GateCounts"];
                soundtrack: components["schemas"]["GateCounts"];
            };
        };
        /** @description What a record is known to be. */
        ExportedIdentity: {
            /** @description How it was found. */
            method: string;
            /** @description How sure that is. */
            confidence: number;
            /** @description Sources that agree, as a cross-reference shows. */
            agreement_sources: string[];
            /** @description How many ids cross-references contradict. */
            conflicts: number;
            ids: components["schemas"]["RecordIds"];
        };
        /** @description A record of the library and what it is known to be. */
        ExportedRecord: {
            /** @description Number of the library row. */
            id: number;
            /** @description Number of the artist. */
            artist_id: number;
            /** @description Artist that it is filed under. */
            artist_name: string;
            /** @description Title. */
            album_title: string;
            /** @description Artist of the album, where it is filed under another. */
            album_artist: string | null;
            /** @description Label as printed. */
            label: string | null;
            /** @description Year of release. */
            year: number | null;
            /** @description Genre that it is filed under. */
            genre: string | null;
            /** @description Carrier, as the station calls it. */
            format: string | null;
            /** @description Where it stands. */
            shelf_code: string | null;
            /** @description Letters of its artist on the shelf. */
            code_letters: string | null;
            /** @description Number of its artist on the shelf. */
            code_artist_number: number | null;
            /** @description Its number under the artist. */
            code_number: number | null;
            /** @description Letters of its volume. */
            code_volume_letters: string | null;
            /**
             * Format: date-time
             * @description When it was added.
             */
            added_at: string;
            /** @description Whether it is lost. */
            missing: boolean;
            /** @description Whether it is known to be on streaming services. */
            on_streaming: boolean | null;
            /** @description What it is known to be; null where that is nothing. */
            identity: components["schemas"]["ExportedIdentity"] | null;
        };
        /** @description A credit of a track of a compilation. */
        ExportedCredit: {
            /** @description Its number. */
            id: number;
            /** @description The record that it is on. */
            library_id: number;
            /** @description Who plays. */
            artist_name: string;
            /** @description What. */
            track_title: string | null;
            /** @description Where, as printed. */
            track_position: string | null;
            /** @description The artist of the library. */
            track_artist_id: number | null;
            /** @description How sure that is. */
            track_artist_link_confidence: number | null;
            /** @description How it was linked: by the resolver, or by a librarian. */
            track_artist_link_method: string | null;
        };
        /** @description A genre that records are filed under. */
        Genre: {
            /** @description The catalog's own number for it. */
            id: number;
            /** @description As the station calls it. */
            name: string;
        };
        /** @description Every genre of the library. */
        ListGenresResponse: {
            /** @description Sorted by name. */
            genres: components["schemas"]["Genre"][];
        };
        /** @description A format that records come in. */
        Format: {
            /** @description The catalog's own number for it. */
            id: number;
            /** @description As the station calls it. */
            name: string;
        };
        /** @description Every format of the library. */
        ListFormatsResponse: {
            /** @description Sorted by name. */
            formats: components["schemas"]["Format"][];
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
            /**
             * @description How far the ids of the station's older systems were left behind. 3: identities are read, older ids are kept beside them and can be taken over. 4: older ids are out of use.
             * @enum {integer}
             */
            identity_phase: 3 | 4;
        };
    };
    responses: {
        /** @description No bearer token was sent, or one that is not valid or has expired (`unauthenticated`). */
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
        /** @description The role in the token is too low for this (`forbidden`). */
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
        /** @description The parameters or the body do not fit the contract (`invalid_input`); `errors` points at all that does not. */
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
        /** @description The fault is the catalog's (`internal_error`). */
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
        /** @description The database does not answer (`database_unavailable`), or not within the time that a question may take (`query_timeout`). */
        DatabaseUnavailable: {
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
        /** @description The body is not JSON in UTF-8 (`malformed_json`). */
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
        /** @description More inputs than the operation takes (`too_many_inputs`), or more than 1 MiB (`body_too_large`). */
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
        /** @description The record that the path names is not there (`not_found`). */
        NotFound: {
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
        /** @description What was asked does not go with what the catalog holds (`conflict`). */
        Conflict: {
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
        /** @description The resolver (`resolver_unavailable`) or the database (`database_unavailable`) does not answer. Nothing was changed. */
        ResolverUnavailable: {
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
        /** @description It is what the caller has. */
        NotModified: {
            headers: {
                ETag: components["headers"]["ETag"];
                "X-Request-Id": components["headers"]["RequestId"];
                "Server-Timing": components["headers"]["ServerTiming"];
                "Deadwax-Contract-Version": components["headers"]["ContractVersion"];
                [name: string]: unknown;
            };
            content?: never;
        };
        /** @description The database does not answer (`database_unavailable`, `query_timeout`), or the disk has no room to prepare the export (`export_space`). */
        ExportUnavailable: {
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
        /** @description What to search for: words, "phrases", `artist:` `album:` `label:` `genre:` `format:` `year:1990..1999` `id:` `method:` `status:`, AND, OR, NOT, a leading minus, parentheses. Nothing that is typed is an error. */
        Query: string;
        /** @description Only of these genres. */
        Genres: string[];
        /** @description Only of these formats. */
        Formats: string[];
        /** @description Only what is to be had from streaming services, or only what is not. */
        OnStreaming: boolean;
        /** @description Only what is lost, or only what is not. */
        Missing: boolean;
        /** @description Only what is in one of these bins today. */
        RotationBins: ("H" | "M" | "L" | "S")[];
        /** @description Only of this status of identity. */
        IdentityStatus: "resolved" | "compilation" | "unresolved" | "pending" | "error" | "never_asked";
        /** @description Only of identities that were reached by this method. */
        Method: string;
        /** @description In which order. */
        Sort: "relevance" | "artist" | "album" | "plays" | "date";
        /** @description Which way; without it names from A, all else from the greatest. */
        Order: "asc" | "desc";
        /** @description How many at most. */
        Limit: number;
        /** @description Where to go on: the `next_cursor` of the page before, of the same search. */
        Cursor: string;
        /** @description How long to wait for the identity, in milliseconds; whatever is not there by then comes later. */
        WaitMs: number;
        /** @description Number of the library row. */
        LibraryId: number;
        /** @description Why, for the history. */
        Reason: string;
        /** @description Those that were revoked too. */
        IncludeRevoked: boolean;
        /** @description Number of the override. */
        OverrideId: number;
        /** @description Number of the artist. */
        ArtistId: number;
        /** @description A source of artists: `discogs_artist`, `mb_artist`, `bandcamp`, … */
        ArtistSource: string;
        /** @description Only records with one of these reasons. */
        ReviewReason: components["schemas"]["ReviewReason"][];
        /** @description Only of this show. */
        ShowId: number;
        /** @description Only what came before this one: the last `id` of the page before. */
        Before: number;
        /** @description Only what is in the rotation today. */
        ActiveOnly: boolean;
        /** @description Number of the entry of the rotation. */
        RotationId: number;
        /** @description Number of the show. */
        ShowIdPath: number;
        /** @description Number of the run. */
        RunId: number;
        /** @description As many open rows, or more, fail. */
        GateThreshold: number;
        /** @description Least confidence of an identity that counts. */
        GateFloor: number;
        /** @description Entity tags of what the caller has. Where it is that still, 304 is the answer. */
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
        /** @description A strong mark of the content. It changes exactly when that does. */
        ETag: string;
    };
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    "search-library": {
        parameters: {
            query?: {
                /** @description What to search for: words, "phrases", `artist:` `album:` `label:` `genre:` `format:` `year:1990..1999` `id:` `method:` `status:`, AND, OR, NOT, a leading minus, parentheses. Nothing that is typed is an error. */
                q?: components["parameters"]["Query"];
                /** @description Only of these genres. */
                genre?: components["parameters"]["Genres"];
                /** @description Only of these formats. */
                format?: components["parameters"]["Formats"];
                /** @description Only what is to be had from streaming services, or only what is not. */
                on_streaming?: components["parameters"]["OnStreaming"];
                /** @description Only what is lost, or only what is not. */
                missing?: components["parameters"]["Missing"];
                /** @description Only what is in one of these bins today. */
                rotation_bin?: components["parameters"]["RotationBins"];
                /** @description Only of this status of identity. */
                identity_status?: components["parameters"]["IdentityStatus"];
                /** @description Only of identities that were reached by this method. */
                method?: components["parameters"]["Method"];
                /** @description In which order. */
                sort?: components["parameters"]["Sort"];
                /** @description Which way; without it names from A, all else from the greatest. */
                order?: components["parameters"]["Order"];
                /** @description How many at most. */
                limit?: components["parameters"]["Limit"];
                /** @description Where to go on: the `next_cursor` of the page before, of the same search. */
                cursor?: components["parameters"]["Cursor"];
            };
            header?: {
                /** @description The caller's own id for the request, echoed in the answer. One that does not fit is replaced. */
                "X-Request-Id"?: components["parameters"]["RequestId"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of records. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    "Server-Timing": components["headers"]["ServerTiming"];
                    "Deadwax-Contract-Version": components["headers"]["ContractVersion"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SearchResponse"];
                };
            };
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            422: components["responses"]["InvalidInput"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["DatabaseUnavailable"];
        };
    };
    "add-library-record": {
        parameters: {
            query?: {
                /** @description How long to wait for the identity, in milliseconds; whatever is not there by then comes later. */
                wait_ms?: components["parameters"]["WaitMs"];
            };
            header?: {
                /** @description The caller's own id for the request, echoed in the answer. One that does not fit is replaced. */
                "X-Request-Id"?: components["parameters"]["RequestId"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["LibraryRecordInput"];
            };
        };
        responses: {
            /** @description The record as it is kept. */
            201: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    "Server-Timing": components["headers"]["ServerTiming"];
                    "Deadwax-Contract-Version": components["headers"]["ContractVersion"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LibraryRecord"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["InvalidInput"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["DatabaseUnavailable"];
        };
    };
    "import-library": {
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
                "application/json": components["schemas"]["ImportLibraryRequest"];
            };
        };
        responses: {
            /** @description What became of each row. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    "Server-Timing": components["headers"]["ServerTiming"];
                    "Deadwax-Contract-Version": components["headers"]["ContractVersion"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ImportLibraryResponse"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["InvalidInput"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["DatabaseUnavailable"];
        };
    };
    "get-library-record": {
        parameters: {
            query?: never;
            header?: {
                /** @description The caller's own id for the request, echoed in the answer. One that does not fit is replaced. */
                "X-Request-Id"?: components["parameters"]["RequestId"];
            };
            path: {
                /** @description Number of the library row. */
                library_id: components["parameters"]["LibraryId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The record. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    "Server-Timing": components["headers"]["ServerTiming"];
                    "Deadwax-Contract-Version": components["headers"]["ContractVersion"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LibraryRecord"];
                };
            };
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            422: components["responses"]["InvalidInput"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["DatabaseUnavailable"];
        };
    };
    "delete-library-record": {
        parameters: {
            query?: {
                /** @description Why, for the history. */
                reason?: components["parameters"]["Reason"];
            };
            header?: {
                /** @description The caller's own id for the request, echoed in the answer. One that does not fit is replaced. */
                "X-Request-Id"?: components["parameters"]["RequestId"];
            };
            path: {
                /** @description Number of the library row. */
                library_id: components["parameters"]["LibraryId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It is gone. */
            204: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    "Server-Timing": components["headers"]["ServerTiming"];
                    "Deadwax-Contract-Version": components["headers"]["ContractVersion"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["InvalidInput"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["DatabaseUnavailable"];
        };
    };
    "edit-library-record": {
        parameters: {
            query?: {
                /** @description How long to wait for the identity, in milliseconds; whatever is not there by then comes later. */
                wait_ms?: components["parameters"]["WaitMs"];
            };
            header?: {
                /** @description The caller's own id for the request, echoed in the answer. One that does not fit is replaced. */
                "X-Request-Id"?: components["parameters"]["RequestId"];
            };
            path: {
                /** @description Number of the library row. */
                library_id: components["parameters"]["LibraryId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["LibraryRecordPatch"];
            };
        };
        responses: {
            /** @description The record as it is kept. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    "Server-Timing": components["headers"]["ServerTiming"];
                    "Deadwax-Contract-Version": components["headers"]["ContractVersion"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LibraryRecord"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["InvalidInput"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["DatabaseUnavailable"];
        };
    };
    "refresh-identity": {
        parameters: {
            query?: never;
            header?: {
                /** @description The caller's own id for the request, echoed in the answer. One that does not fit is replaced. */
                "X-Request-Id"?: components["parameters"]["RequestId"];
            };
            path: {
                /** @description Number of the library row. */
                library_id: components["parameters"]["LibraryId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The record with what came. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    "Server-Timing": components["headers"]["ServerTiming"];
                    "Deadwax-Contract-Version": components["headers"]["ContractVersion"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LibraryRecord"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["InvalidInput"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["ResolverUnavailable"];
        };
    };
    "list-identity-history": {
        parameters: {
            query?: {
                /** @description How many at most. */
                limit?: components["parameters"]["Limit"];
            };
            header?: {
                /** @description The caller's own id for the request, echoed in the answer. One that does not fit is replaced. */
                "X-Request-Id"?: components["parameters"]["RequestId"];
            };
            path: {
                /** @description Number of the library row. */
                library_id: components["parameters"]["LibraryId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The history, latest first. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    "Server-Timing": components["headers"]["ServerTiming"];
                    "Deadwax-Contract-Version": components["headers"]["ContractVersion"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["IdentityHistoryResponse"];
                };
            };
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            422: components["responses"]["InvalidInput"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["DatabaseUnavailable"];
        };
    };
    "list-overrides": {
        parameters: {
            query?: {
                /** @description Those that were revoked too. */
                include_revoked?: components["parameters"]["IncludeRevoked"];
            };
            header?: {
                /** @description The caller's own id for the request, echoed in the answer. One that does not fit is replaced. */
                "X-Request-Id"?: components["parameters"]["RequestId"];
            };
            path: {
                /** @description Number of the library row. */
                library_id: components["parameters"]["LibraryId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The overrides. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    "Server-Timing": components["headers"]["ServerTiming"];
                    "Deadwax-Contract-Version": components["headers"]["ContractVersion"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OverridesResponse"];
                };
            };
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            422: components["responses"]["InvalidInput"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["DatabaseUnavailable"];
        };
    };
    "make-override": {
        parameters: {
            query?: never;
            header?: {
                /** @description The caller's own id for the request, echoed in the answer. One that does not fit is replaced. */
                "X-Request-Id"?: components["parameters"]["RequestId"];
            };
            path: {
                /** @description Number of the library row. */
                library_id: components["parameters"]["LibraryId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["OverrideInput"];
            };
        };
        responses: {
            /** @description It stood already. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    "Server-Timing": components["headers"]["ServerTiming"];
                    "Deadwax-Contract-Version": components["headers"]["ContractVersion"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MakeOverrideResponse"];
                };
            };
            /** @description It stands. */
            201: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    "Server-Timing": components["headers"]["ServerTiming"];
                    "Deadwax-Contract-Version": components["headers"]["ContractVersion"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MakeOverrideResponse"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["InvalidInput"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["DatabaseUnavailable"];
        };
    };
    "revoke-override": {
        parameters: {
            query?: {
                /** @description Why, for the history. */
                reason?: components["parameters"]["Reason"];
            };
            header?: {
                /** @description The caller's own id for the request, echoed in the answer. One that does not fit is replaced. */
                "X-Request-Id"?: components["parameters"]["RequestId"];
            };
            path: {
                /** @description Number of the library row. */
                library_id: components["parameters"]["LibraryId"];
                /** @description Number of the override. */
                override_id: components["parameters"]["OverrideId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The record as it is without it. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    "Server-Timing": components["headers"]["ServerTiming"];
                    "Deadwax-Contract-Version": components["headers"]["ContractVersion"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LibraryRecord"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["InvalidInput"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["DatabaseUnavailable"];
        };
    };
    "get-artist": {
        parameters: {
            query?: never;
            header?: {
                /** @description The caller's own id for the request, echoed in the answer. One that does not fit is replaced. */
                "X-Request-Id"?: components["parameters"]["RequestId"];
            };
            path: {
                /** @description Number of the artist. */
                artist_id: components["parameters"]["ArtistId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The artist. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    "Server-Timing": components["headers"]["ServerTiming"];
                    "Deadwax-Contract-Version": components["headers"]["ContractVersion"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ArtistRecord"];
                };
            };
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            422: components["responses"]["InvalidInput"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["DatabaseUnavailable"];
        };
    };
    "set-artist-id": {
        parameters: {
            query?: never;
            header?: {
                /** @description The caller's own id for the request, echoed in the answer. One that does not fit is replaced. */
                "X-Request-Id"?: components["parameters"]["RequestId"];
            };
            path: {
                /** @description Number of the artist. */
                artist_id: components["parameters"]["ArtistId"];
                /** @description A source of artists: `discogs_artist`, `mb_artist`, `bandcamp`, … */
                source: components["parameters"]["ArtistSource"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ArtistIdInput"];
            };
        };
        responses: {
            /** @description The artist with it. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    "Server-Timing": components["headers"]["ServerTiming"];
                    "Deadwax-Contract-Version": components["headers"]["ContractVersion"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ArtistRecord"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["InvalidInput"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["DatabaseUnavailable"];
        };
    };
    "clear-artist-id": {
        parameters: {
            query?: {
                /** @description Why, for the history. */
                reason?: components["parameters"]["Reason"];
            };
            header?: {
                /** @description The caller's own id for the request, echoed in the answer. One that does not fit is replaced. */
                "X-Request-Id"?: components["parameters"]["RequestId"];
            };
            path: {
                /** @description Number of the artist. */
                artist_id: components["parameters"]["ArtistId"];
                /** @description A source of artists: `discogs_artist`, `mb_artist`, `bandcamp`, … */
                source: components["parameters"]["ArtistSource"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The artist without it. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    "Server-Timing": components["headers"]["ServerTiming"];
                    "Deadwax-Contract-Version": components["headers"]["ContractVersion"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ArtistRecord"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["InvalidInput"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["DatabaseUnavailable"];
        };
    };
    "settle-artist-conflict": {
        parameters: {
            query?: never;
            header?: {
                /** @description The caller's own id for the request, echoed in the answer. One that does not fit is replaced. */
                "X-Request-Id"?: components["parameters"]["RequestId"];
            };
            path: {
                /** @description Number of the artist. */
                artist_id: components["parameters"]["ArtistId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ConflictDecisionInput"];
            };
        };
        responses: {
            /** @description The artist after it. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    "Server-Timing": components["headers"]["ServerTiming"];
                    "Deadwax-Contract-Version": components["headers"]["ContractVersion"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ArtistRecord"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["InvalidInput"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["DatabaseUnavailable"];
        };
    };
    "list-review": {
        parameters: {
            query?: {
                /** @description Only records with one of these reasons. */
                reason?: components["parameters"]["ReviewReason"];
                /** @description How many at most. */
                limit?: components["parameters"]["Limit"];
                /** @description Where to go on: the `next_cursor` of the page before, of the same search. */
                cursor?: components["parameters"]["Cursor"];
            };
            header?: {
                /** @description The caller's own id for the request, echoed in the answer. One that does not fit is replaced. */
                "X-Request-Id"?: components["parameters"]["RequestId"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of the queue. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    "Server-Timing": components["headers"]["ServerTiming"];
                    "Deadwax-Contract-Version": components["headers"]["ContractVersion"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReviewResponse"];
                };
            };
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            422: components["responses"]["InvalidInput"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["DatabaseUnavailable"];
        };
    };
    "decide-review": {
        parameters: {
            query?: never;
            header?: {
                /** @description The caller's own id for the request, echoed in the answer. One that does not fit is replaced. */
                "X-Request-Id"?: components["parameters"]["RequestId"];
            };
            path: {
                /** @description Number of the library row. */
                library_id: components["parameters"]["LibraryId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ReviewDecisionInput"];
            };
        };
        responses: {
            /** @description It is decided. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    "Server-Timing": components["headers"]["ServerTiming"];
                    "Deadwax-Contract-Version": components["headers"]["ContractVersion"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReviewDecisionResponse"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["InvalidInput"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["DatabaseUnavailable"];
        };
    };
    "import-overrides": {
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
                "application/json": components["schemas"]["ImportOverridesRequest"];
            };
        };
        responses: {
            /** @description What came of each row. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    "Server-Timing": components["headers"]["ServerTiming"];
                    "Deadwax-Contract-Version": components["headers"]["ContractVersion"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ImportOverridesResponse"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["InvalidInput"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["DatabaseUnavailable"];
        };
    };
    "list-flowsheet": {
        parameters: {
            query?: {
                /** @description Only of this show. */
                show_id?: components["parameters"]["ShowId"];
                /** @description Only what came before this one: the last `id` of the page before. */
                before?: components["parameters"]["Before"];
                /** @description How many at most. */
                limit?: components["parameters"]["Limit"];
            };
            header?: {
                /** @description The caller's own id for the request, echoed in the answer. One that does not fit is replaced. */
                "X-Request-Id"?: components["parameters"]["RequestId"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Entries, latest first. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    "Server-Timing": components["headers"]["ServerTiming"];
                    "Deadwax-Contract-Version": components["headers"]["ContractVersion"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FlowsheetResponse"];
                };
            };
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            422: components["responses"]["InvalidInput"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["DatabaseUnavailable"];
        };
    };
    "add-flowsheet-entry": {
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
                "application/json": components["schemas"]["FlowsheetEntryInput"];
            };
        };
        responses: {
            /** @description The entry as it is kept. */
            201: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    "Server-Timing": components["headers"]["ServerTiming"];
                    "Deadwax-Contract-Version": components["headers"]["ContractVersion"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FlowsheetEntry"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["InvalidInput"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["DatabaseUnavailable"];
        };
    };
    "list-compilation-tracks": {
        parameters: {
            query?: never;
            header?: {
                /** @description The caller's own id for the request, echoed in the answer. One that does not fit is replaced. */
                "X-Request-Id"?: components["parameters"]["RequestId"];
            };
            path: {
                /** @description Number of the library row. */
                library_id: components["parameters"]["LibraryId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The credits. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    "Server-Timing": components["headers"]["ServerTiming"];
                    "Deadwax-Contract-Version": components["headers"]["ContractVersion"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CompilationTracksResponse"];
                };
            };
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            422: components["responses"]["InvalidInput"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["DatabaseUnavailable"];
        };
    };
    "add-compilation-tracks": {
        parameters: {
            query?: never;
            header?: {
                /** @description The caller's own id for the request, echoed in the answer. One that does not fit is replaced. */
                "X-Request-Id"?: components["parameters"]["RequestId"];
            };
            path: {
                /** @description Number of the library row. */
                library_id: components["parameters"]["LibraryId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AddCompilationTracksRequest"];
            };
        };
        responses: {
            /** @description What was added, and all there is. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    "Server-Timing": components["headers"]["ServerTiming"];
                    "Deadwax-Contract-Version": components["headers"]["ContractVersion"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AddCompilationTracksResponse"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["InvalidInput"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["DatabaseUnavailable"];
        };
    };
    "list-rotation": {
        parameters: {
            query?: {
                /** @description Only what is in the rotation today. */
                active?: components["parameters"]["ActiveOnly"];
            };
            header?: {
                /** @description The caller's own id for the request, echoed in the answer. One that does not fit is replaced. */
                "X-Request-Id"?: components["parameters"]["RequestId"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Entries of the rotation. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    "Server-Timing": components["headers"]["ServerTiming"];
                    "Deadwax-Contract-Version": components["headers"]["ContractVersion"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RotationResponse"];
                };
            };
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            422: components["responses"]["InvalidInput"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["DatabaseUnavailable"];
        };
    };
    "add-to-rotation": {
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
                "application/json": components["schemas"]["RotationEntryInput"];
            };
        };
        responses: {
            /** @description The entry as it is kept. */
            201: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    "Server-Timing": components["headers"]["ServerTiming"];
                    "Deadwax-Contract-Version": components["headers"]["ContractVersion"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RotationEntry"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["InvalidInput"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["DatabaseUnavailable"];
        };
    };
    "edit-rotation-entry": {
        parameters: {
            query?: never;
            header?: {
                /** @description The caller's own id for the request, echoed in the answer. One that does not fit is replaced. */
                "X-Request-Id"?: components["parameters"]["RequestId"];
            };
            path: {
                /** @description Number of the entry of the rotation. */
                rotation_id: components["parameters"]["RotationId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RotationEntryPatch"];
            };
        };
        responses: {
            /** @description The entry as it is kept. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    "Server-Timing": components["headers"]["ServerTiming"];
                    "Deadwax-Contract-Version": components["headers"]["ContractVersion"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RotationEntry"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["InvalidInput"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["DatabaseUnavailable"];
        };
    };
    "start-show": {
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
                "application/json": components["schemas"]["ShowInput"];
            };
        };
        responses: {
            /** @description The show. */
            201: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    "Server-Timing": components["headers"]["ServerTiming"];
                    "Deadwax-Contract-Version": components["headers"]["ContractVersion"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Show"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["InvalidInput"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["DatabaseUnavailable"];
        };
    };
    "end-show": {
        parameters: {
            query?: never;
            header?: {
                /** @description The caller's own id for the request, echoed in the answer. One that does not fit is replaced. */
                "X-Request-Id"?: components["parameters"]["RequestId"];
            };
            path: {
                /** @description Number of the show. */
                show_id: components["parameters"]["ShowIdPath"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The show. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    "Server-Timing": components["headers"]["ServerTiming"];
                    "Deadwax-Contract-Version": components["headers"]["ContractVersion"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Show"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["InvalidInput"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["DatabaseUnavailable"];
        };
    };
    "start-pull": {
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
                "application/json": components["schemas"]["PullRequest"];
            };
        };
        responses: {
            /** @description The run. */
            202: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    "Server-Timing": components["headers"]["ServerTiming"];
                    "Deadwax-Contract-Version": components["headers"]["ContractVersion"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["JobRun"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["InvalidInput"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["DatabaseUnavailable"];
        };
    };
    "start-drift": {
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
                "application/json": components["schemas"]["DriftRequest"];
            };
        };
        responses: {
            /** @description The run. */
            202: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    "Server-Timing": components["headers"]["ServerTiming"];
                    "Deadwax-Contract-Version": components["headers"]["ContractVersion"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["JobRun"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["InvalidInput"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["DatabaseUnavailable"];
        };
    };
    "get-latest-drift": {
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
            /** @description The run. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    "Server-Timing": components["headers"]["ServerTiming"];
                    "Deadwax-Contract-Version": components["headers"]["ContractVersion"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DriftRun"];
                };
            };
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            422: components["responses"]["InvalidInput"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["DatabaseUnavailable"];
        };
    };
    "start-changed": {
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
                "application/json": components["schemas"]["ChangedRequest"];
            };
        };
        responses: {
            /** @description The run. */
            202: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    "Server-Timing": components["headers"]["ServerTiming"];
                    "Deadwax-Contract-Version": components["headers"]["ContractVersion"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["JobRun"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["InvalidInput"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["DatabaseUnavailable"];
        };
    };
    "start-legacy-migration": {
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
                "application/json": components["schemas"]["LegacyMigrationRequest"];
            };
        };
        responses: {
            /** @description The run. */
            202: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    "Server-Timing": components["headers"]["ServerTiming"];
                    "Deadwax-Contract-Version": components["headers"]["ContractVersion"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["JobRun"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["InvalidInput"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["DatabaseUnavailable"];
        };
    };
    "list-job-runs": {
        parameters: {
            query?: {
                /** @description How many at most. */
                limit?: components["parameters"]["Limit"];
            };
            header?: {
                /** @description The caller's own id for the request, echoed in the answer. One that does not fit is replaced. */
                "X-Request-Id"?: components["parameters"]["RequestId"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The runs. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    "Server-Timing": components["headers"]["ServerTiming"];
                    "Deadwax-Contract-Version": components["headers"]["ContractVersion"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["JobRunsResponse"];
                };
            };
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            422: components["responses"]["InvalidInput"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["DatabaseUnavailable"];
        };
    };
    "get-job-run": {
        parameters: {
            query?: never;
            header?: {
                /** @description The caller's own id for the request, echoed in the answer. One that does not fit is replaced. */
                "X-Request-Id"?: components["parameters"]["RequestId"];
            };
            path: {
                /** @description Number of the run. */
                run_id: components["parameters"]["RunId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The run. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    "Server-Timing": components["headers"]["ServerTiming"];
                    "Deadwax-Contract-Version": components["headers"]["ContractVersion"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["JobRun"];
                };
            };
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            422: components["responses"]["InvalidInput"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["DatabaseUnavailable"];
        };
    };
    "get-identity-gate": {
        parameters: {
            query?: {
                /** @description As many open rows, or more, fail. */
                threshold?: components["parameters"]["GateThreshold"];
                /** @description Least confidence of an identity that counts. */
                floor?: components["parameters"]["GateFloor"];
            };
            header?: {
                /** @description The caller's own id for the request, echoed in the answer. One that does not fit is replaced. */
                "X-Request-Id"?: components["parameters"]["RequestId"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The report. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    "Server-Timing": components["headers"]["ServerTiming"];
                    "Deadwax-Contract-Version": components["headers"]["ContractVersion"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GateReport"];
                };
            };
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            422: components["responses"]["InvalidInput"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["DatabaseUnavailable"];
        };
    };
    "export-library": {
        parameters: {
            query?: never;
            header?: {
                /** @description The caller's own id for the request, echoed in the answer. One that does not fit is replaced. */
                "X-Request-Id"?: components["parameters"]["RequestId"];
                /** @description Entity tags of what the caller has. Where it is that still, 304 is the answer. */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Lines of JSON, each of this schema; compressed with gzip unless the caller's Accept-Encoding refuses that. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "X-Request-Id": components["headers"]["RequestId"];
                    "Server-Timing": components["headers"]["ServerTiming"];
                    "Deadwax-Contract-Version": components["headers"]["ContractVersion"];
                    [name: string]: unknown;
                };
                content: {
                    "application/x-ndjson": components["schemas"]["ExportedRecord"];
                };
            };
            304: components["responses"]["NotModified"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            422: components["responses"]["InvalidInput"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["ExportUnavailable"];
        };
    };
    "export-compilation-tracks": {
        parameters: {
            query?: never;
            header?: {
                /** @description The caller's own id for the request, echoed in the answer. One that does not fit is replaced. */
                "X-Request-Id"?: components["parameters"]["RequestId"];
                /** @description Entity tags of what the caller has. Where it is that still, 304 is the answer. */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Lines of JSON, each of this schema; compressed with gzip unless the caller's Accept-Encoding refuses that. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "X-Request-Id": components["headers"]["RequestId"];
                    "Server-Timing": components["headers"]["ServerTiming"];
                    "Deadwax-Contract-Version": components["headers"]["ContractVersion"];
                    [name: string]: unknown;
                };
                content: {
                    "application/x-ndjson": components["schemas"]["ExportedCredit"];
                };
            };
            304: components["responses"]["NotModified"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            422: components["responses"]["InvalidInput"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["ExportUnavailable"];
        };
    };
    "list-genres": {
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
            /** @description Every genre. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    "Server-Timing": components["headers"]["ServerTiming"];
                    "Deadwax-Contract-Version": components["headers"]["ContractVersion"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ListGenresResponse"];
                };
            };
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            422: components["responses"]["InvalidInput"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["DatabaseUnavailable"];
        };
    };
    "list-formats": {
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
            /** @description Every format. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    "Server-Timing": components["headers"]["ServerTiming"];
                    "Deadwax-Contract-Version": components["headers"]["ContractVersion"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ListFormatsResponse"];
                };
            };
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            422: components["responses"]["InvalidInput"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["DatabaseUnavailable"];
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
            /** @description The database answers. */
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
            503: components["responses"]["DatabaseUnavailable"];
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
            /** @description The versions of this process. */
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
