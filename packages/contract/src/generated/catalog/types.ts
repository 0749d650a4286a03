export interface paths {
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
        /**
         * @description What is wrong, for programs. A code never changes its meaning. Paths, methods and records that do not exist are `not_found` and `method_not_allowed`; bytes that are no HTTP request `malformed_request`, `headers_too_large` and `request_timeout`.
         * @enum {string}
         */
        ProblemCode: "malformed_request" | "headers_too_large" | "request_timeout" | "malformed_json" | "unsupported_media_type" | "unauthenticated" | "forbidden" | "not_found" | "method_not_allowed" | "too_many_inputs" | "body_too_large" | "invalid_input" | "conflict" | "database_unavailable" | "resolver_unavailable" | "internal_error";
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
        /** @description The database does not answer (`database_unavailable`). */
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
    };
    parameters: {
        /** @description The caller's own id for the request, echoed in the answer. One that does not fit is replaced. */
        RequestId: string;
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
    };
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
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
