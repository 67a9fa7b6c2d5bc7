using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using ClientMgmt.Manifests;

namespace ClientMgmt.Tests.Manifests;

/// <summary>The machine-readable forms of plans: each member, in each of its forms.</summary>
internal sealed class PlanJsonTests
{
    private static readonly ManifestLocation s_place = new("orders.yaml", 3, 5);

    private static readonly ManifestProblem s_problem = new("It must not be.", s_place) { Client = "Orders", Property = "scope" };

    [Test]
    public void A_plan_names_its_provider_counts_the_changes_and_says_each_of_them()
    {
        var plan = new ManifestPlan(
            "production",
            [
                new ClientChange
                {
                    Kind = ChangeKind.Change,
                    ClientId = "1",
                    ClientName = "Orders",
                    Manifest = new ClientManifest { Location = s_place },
                    Properties =
                    [
                        new PropertyChange("client_uri", null, Json("\"https://new.example.com/\"")),
                        new PropertyChange("color", Json("\"blue\""), null) { IsExtension = true },
                    ],
                },
                new ClientChange { Kind = ChangeKind.Delete, ClientId = "2" },
            ],
            [s_problem]) { Warnings = [new ManifestProblem("Look at this.")] };

        AssertSame(plan.WriteJson, """
            {
              "provider": "production",
              "summary": { "unchanged": 0, "create": 0, "change": 1, "delete": 1, "problems": 1 },
              "changes": [
                {
                  "action": "change", "client_id": "1", "client_name": "Orders", "file": "orders.yaml", "line": 3, "column": 5,
                  "properties": [
                    { "name": "client_uri", "extension": false, "old": null, "new": "https://new.example.com/" },
                    { "name": "color", "extension": true, "old": "blue", "new": null }
                  ]
                },
                { "action": "delete", "client_id": "2", "client_name": null, "file": null, "line": null, "column": null, "properties": [] }
              ],
              "problems": [
                { "message": "It must not be.", "client": "Orders", "property": "scope", "file": "orders.yaml", "line": 3, "column": 5 }
              ],
              "warnings": [
                { "message": "Look at this.", "client": null, "property": null, "file": null, "line": null, "column": null }
              ]
            }
            """);
    }

    [Test]
    public void A_plan_to_copy_says_what_becomes_of_each_client_and_tells_no_secret()
    {
        var secret = new Secret("kept-secret");
        var plan = new CopyPlan(
            "old",
            "new",
            [
                new CopyItem
                {
                    SourceId = "1",
                    ClientName = "Orders",
                    ExistingId = "9",
                    Problems = [s_problem],
                    Losses = [new PropertyLoss("enabled", Json("false"), "it has no switch")],
                },
                new CopyItem { SourceId = "2", KeptClientId = "orders", KeptSecret = secret },
                new CopyItem { SourceId = "3", ExistingId = "7" },
                new CopyItem { SourceId = "4", ExistingId = "8", KeptSecret = secret },
            ]);

        AssertSame(plan.WriteJson, """
            {
              "source": "old",
              "target": "new",
              "clients": [
                {
                  "action": "refuse", "source_id": "1", "client_name": "Orders", "target_id": "9", "kept_client_id": null, "keeps_secret": false,
                  "losses": [ { "name": "enabled", "value": false, "reason": "it has no switch" } ],
                  "problems": [
                    { "message": "It must not be.", "client": "Orders", "property": "scope", "file": "orders.yaml", "line": 3, "column": 5 }
                  ]
                },
                {
                  "action": "copy", "source_id": "2", "client_name": null, "target_id": null, "kept_client_id": "orders", "keeps_secret": true,
                  "losses": [], "problems": []
                },
                {
                  "action": "skip", "source_id": "3", "client_name": null, "target_id": "7", "kept_client_id": null, "keeps_secret": false,
                  "losses": [], "problems": []
                },
                {
                  "action": "set_secret", "source_id": "4", "client_name": null, "target_id": "8", "kept_client_id": null, "keeps_secret": true,
                  "losses": [], "problems": []
                }
              ]
            }
            """);
    }

    private static JsonElement Json(string text) => JsonElement.Parse(text);

    private static void AssertSame(Action<Utf8JsonWriter> write, string expected)
    {
        using var stream = new MemoryStream();
        using (var writer = new Utf8JsonWriter(stream))
        {
            write(writer);
        }

        Assert.That(Encoding.UTF8.GetString(stream.ToArray()), Is.EqualTo(JsonNode.Parse(expected)!.ToJsonString()));
    }
}
