/** What the contract declares, by operationId. A null schema is a body that is no JSON. */
export const operations = {
  "list-genres": {
    "method": "GET",
    "path": "/api/v1/genres",
    "secured": true,
    "role": "reader",
    "request": null,
    "responses": {
      "200": "ListGenresResponse",
      "401": "Problem",
      "403": "Problem",
      "422": "Problem",
      "500": "Problem",
      "503": "Problem"
    }
  },
  "list-formats": {
    "method": "GET",
    "path": "/api/v1/formats",
    "secured": true,
    "role": "reader",
    "request": null,
    "responses": {
      "200": "ListFormatsResponse",
      "401": "Problem",
      "403": "Problem",
      "422": "Problem",
      "500": "Problem",
      "503": "Problem"
    }
  },
  "health": {
    "method": "GET",
    "path": "/healthz",
    "secured": false,
    "role": null,
    "request": null,
    "responses": {
      "200": "HealthCheckResponse",
      "500": "Problem"
    }
  },
  "readiness": {
    "method": "GET",
    "path": "/readyz",
    "secured": false,
    "role": null,
    "request": null,
    "responses": {
      "200": "ReadinessResponse",
      "500": "Problem",
      "503": "Problem"
    }
  },
  "metrics": {
    "method": "GET",
    "path": "/metrics",
    "secured": false,
    "role": null,
    "request": null,
    "responses": {
      "200": null,
      "500": "Problem"
    }
  },
  "version": {
    "method": "GET",
    "path": "/version",
    "secured": false,
    "role": null,
    "request": null,
    "responses": {
      "200": "VersionResponse",
      "500": "Problem"
    }
  }
} as const;

export type OperationId = keyof typeof operations;
