using System.Text.Json;
using System.Text.Json.Nodes;
using ClientMgmt.Sandbox.Http;
using static Microsoft.AspNetCore.Http.StatusCodes;

namespace ClientMgmt.Sandbox.Control;

/// <summary>What people who run the sandbox from the command line do over HTTP: look, prepare, misbehave, reset.</summary>
internal sealed class ControlEndpoints(SandboxServer server, TimeProvider clock, LiveFeed feed)
{
    private readonly LookEndpoints _looks = new(server);
    private readonly PrepareEndpoints _prepare = new(server);
    private readonly FaultEndpoints _faults = new(server, clock);
    private readonly RegistrationEndpoints _registration = new(server);

    public Reply? Handle(Incoming incoming)
    {
        if (!incoming.IsControl)
            return null;
        try
        {
            Reply reply = Answer(incoming);
            if (incoming.Method != "GET")
                feed.Publish(LiveEvent.Changed);
            return reply;
        }
        catch (ArgumentException exception)
        {
            return Reply.Json(Status400BadRequest, new JsonObject { ["error"] = exception.Message });
        }
    }

    private Reply Answer(Incoming incoming) => (incoming.Method, string.Join('/', incoming.Segments.Skip(1))) switch
    {
        ("GET", "") => Reply.Json(Status200OK, Description.Of(server)),
        ("GET", "requests") => Reply.Json(Status200OK, _looks.Requests(incoming.Query)),
        ("GET", "clients") => Reply.Json(Status200OK, _looks.Clients(incoming.Query)),
        ("DELETE", "requests") => Done(server.ClearRequests),
        ("POST", "reset") => Done(server.Reset),
        ("POST", "grants") => _prepare.Grant(Object(incoming)),
        ("POST", "consents") => _prepare.Consent(Object(incoming)),
        ("POST", "clients") => _prepare.Clients(Object(incoming)),
        ("GET", "registration") => _registration.Show(),
        ("PUT", "registration") => _registration.Change(Object(incoming)),
        ("POST", "registration/initial-access-tokens") => _registration.InitialAccessToken(),
        ("GET", "faults") => _faults.List(),
        ("POST", "faults") => _faults.Add(Body(incoming) ?? throw new ArgumentException("A fault has to be a JSON object.")),
        ("DELETE", "faults") => Done(server.Faults.Clear),
        ("GET", "clock") => _faults.Clock(),
        ("PUT", "clock") => _faults.SetClock(Object(incoming)),
        _ when incoming is { Method: "DELETE", Segments: [_, "faults", var id] } => _faults.Remove(id),
        _ => Reply.Empty(Status404NotFound),
    };

    private static Reply Done(Action action)
    {
        action();
        return Reply.Empty(Status204NoContent);
    }

    private static JsonObject Object(Incoming incoming) =>
        Body(incoming) as JsonObject ?? throw new ArgumentException("The body has to be a JSON object.");

    private static JsonNode? Body(Incoming incoming)
    {
        try
        {
            return JsonText.Parse(incoming.Body);
        }
        catch (JsonException exception)
        {
            throw new ArgumentException($"The body has to be JSON: {exception.Message}", exception);
        }
    }
}
