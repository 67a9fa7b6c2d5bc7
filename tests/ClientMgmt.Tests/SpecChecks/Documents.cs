namespace ClientMgmt.Tests.SpecChecks;

/// <summary>A vendor that is not any: a few operations on gadgets, said by us and said by it.</summary>
internal static class Documents
{
    public const string Ours = """
        openapi: '3.0.3'
        info: { title: Gadgets, version: '1' }
        security:
          - { key: [] }
        # Colours, as servers send them.
        x-known-values:
          Color: &Color [RED, GREEN]
        paths:
          /api/gadgets:
            get:
              operationId: listGadgets
              x-vendor-operation-id: gadgets_list
              parameters:
                - { $ref: '#/components/parameters/limit' }
              responses:
                '200':
                  description: The list.
                  content:
                    application/json:
                      schema: { $ref: '#/components/schemas/GadgetList' }
                '400': { $ref: '#/components/responses/BadRequest' }
            post:
              operationId: createGadget
              x-vendor-operation-id: gadget_create
              requestBody:
                required: true
                content:
                  application/json:
                    schema: { $ref: '#/components/schemas/Gadget' }
              responses:
                '201':
                  description: The new one.
                  content:
                    application/json:
                      schema: { $ref: '#/components/schemas/Gadget' }
                '400': { $ref: '#/components/responses/BadRequest' }
                '409': { $ref: '#/components/responses/Conflict' }
        components:
          securitySchemes:
            key: { type: http, scheme: bearer }
          parameters:
            limit:
              name: limit
              in: query
              schema: { type: integer, format: int32 }
          responses:
            BadRequest:
              description: Refused.
            Conflict:
              description: It is there already.
          schemas:
            GadgetList:
              type: object
              additionalProperties: true
              properties:
                items:
                  type: array
                  nullable: true
                  items: { $ref: '#/components/schemas/Gadget' }
            Gadget:
              type: object
              additionalProperties: true
              properties:
                label:
                  type: string
                  nullable: true
                color:
                  type: string
                  nullable: true
                  x-extensible-enum: *Color # shared
                made:
                  type: string
                  x-format: date-time
                  nullable: true
                # the last one
                parts:
                  type: array
                  nullable: true
                  items: { $ref: '#/components/schemas/Part' }
            Part:
              type: object
              additionalProperties: true
              properties:
                name:
                  type: string
                  nullable: true

        """;

    public const string Vendor = """
        openapi: 3.0.3
        info: { title: The gadget API, version: '7' }
        paths:
          /api/gadgets:
            get:
              operationId: gadgets_list
              tags: [Gadgets]
              parameters:
                - { name: limit, in: query, schema: { type: integer, format: int32 } }
              responses:
                '200':
                  description: Prose of the vendor.
                  content:
                    application/json:
                      schema: { $ref: '#/components/schemas/gadget_list' }
                '400': { description: Prose of the vendor. }
            post:
              operationId: gadget_create
              tags: [Gadgets]
              requestBody:
                content:
                  application/json:
                    schema: { $ref: '#/components/schemas/gadget' }
              responses:
                '201':
                  description: Prose of the vendor.
                  content:
                    application/json:
                      schema: { $ref: '#/components/schemas/gadget' }
                '400': { description: Prose of the vendor. }
                '409': { description: Prose of the vendor. }
          /api/weather:
            get:
              operationId: weather
              responses:
                '200': { description: Prose of the vendor. }
        security:
          - bearer: []
        components:
          securitySchemes:
            bearer: { type: http, scheme: bearer }
          schemas:
            gadget_list:
              type: object
              properties:
                items:
                  type: array
                  items: { $ref: '#/components/schemas/gadget' }
            gadget:
              type: object
              properties:
                label:
                  type: string
                color:
                  type: string
                  enum:
                    - RED
                    - GREEN
                made:
                  type: string
                  format: date-time
                parts:
                  type: array
                  items:
                    $ref: '#/components/schemas/part'
            part:
              type: object
              properties:
                name:
                  type: string
        """;

    /// <summary>The differences of these two that are on purpose: none but those that the rules explain.</summary>
    public const string NoDifferences = """
        paths: [/api/gadgets]
        differences: []
        """;
}
