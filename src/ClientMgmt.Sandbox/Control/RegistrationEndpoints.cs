using System.Text.Json.Nodes;
using ClientMgmt.Sandbox.Http;
using static Microsoft.AspNetCore.Http.StatusCodes;

namespace ClientMgmt.Sandbox.Control;

/// <summary>The registration server over HTTP: its switches, and initial access tokens.</summary>
internal sealed class RegistrationEndpoints(SandboxServer server)
{
    public Reply Show() => Reply.Json(Status200OK, BehaviorJson.Write(server.DynamicRegistration.Behavior));

    /// <summary>Takes the row of a preset, or the switches as they are, and sets some of them anew.</summary>
    public Reply Change(JsonObject body)
    {
        var members = new Members(body, "server", "switches");
        DynamicRegistrationBehavior behavior = members.Text("server") is { } preset ? Preset(preset) : server.DynamicRegistration.Behavior;
        if (body["switches"] is { } switches)
        {
            behavior = BehaviorJson.Change(
                behavior, switches as JsonObject ?? throw new ArgumentException("'switches' has to be an object."));
        }

        server.DynamicRegistration.Behavior = behavior;
        return Show();
    }

    public Reply InitialAccessToken() =>
        Reply.Json(Status201Created, new JsonObject { ["token"] = server.DynamicRegistration.IssueInitialAccessToken() });

    private static DynamicRegistrationBehavior Preset(string name) => DynamicRegistrationPresets.Names.Contains(name)
        ? DynamicRegistrationPresets.Get(name)
        : throw new ArgumentException($"'server' has to be one of {string.Join(", ", DynamicRegistrationPresets.Names)}.");
}
