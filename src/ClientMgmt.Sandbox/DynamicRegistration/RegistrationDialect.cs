using ClientMgmt.Sandbox.Http;

namespace ClientMgmt.Sandbox.DynamicRegistration;

/// <summary>The registration server below /as, and the metadata documents of its issuer.</summary>
internal sealed class RegistrationDialect(ServerState server, Func<Uri> root)
{
    /// <summary>Whether a path belongs to it.</summary>
    public static bool Names(Incoming incoming) =>
        incoming.Segments is [Addresses.IssuerPath, ..] or [".well-known", _, Addresses.IssuerPath];

    public Reply? Handle(Incoming incoming)
    {
        if (!Names(incoming))
            return null;
        lock (server.Gate)
        {
            var call = new Call(server, incoming, root());
            try
            {
                return Documents.Named(incoming) is { } document ? Documents.Answer(call, document) : Answer(call);
            }
            catch (Refusal refusal)
            {
                return refusal.Reply;
            }
        }
    }

    private static Reply Answer(Call call)
    {
        if (!call.Behavior.Enabled)
            throw call.Refuse(RegistrationMistake.NotEnabled, "dynamic client registration is not enabled");
        string path = string.Join('/', call.Incoming.Segments.Skip(1));
        if (path == call.Behavior.PlainEndpoint)
            return Endpoint(call, isPlain: true);
        if (Below(call, call.Behavior.OwnRepresentationPath) is [{ Length: > 0 } own])
            return OwnRepresentation.Handle(call, own);
        if (ClientId(call) is { } id)
            return ClientUri(call, id);
        if (path == call.Behavior.EndpointPath)
            return Endpoint(call, isPlain: false);
        throw call.Refuse(RegistrationMistake.UnknownPath, "there is no such path");
    }

    private static Reply Endpoint(Call call, bool isPlain)
    {
        if (call.Incoming.Method == "GET" && call.Behavior.ListPageSize is { } size && !isPlain)
            return ListEndpoint.Handle(call, size);
        if (call.Incoming.Method != "POST" || !call.Behavior.Operations.HasFlag(RegistrationOperations.Create))
            throw call.Refuse(RegistrationMistake.MissingOperation, "there is no such operation");
        return CreateEndpoint.Handle(call, isPlain);
    }

    private static Reply ClientUri(Call call, string id)
    {
        RegistrationOperations operation = ClientEndpoints.OperationOf(call);
        RegisteredClient client = Access.ToClient(call, id);
        return operation switch
        {
            RegistrationOperations.Read => ClientEndpoints.Read(call, client),
            RegistrationOperations.Update => UpdateEndpoint.Handle(call, client),
            _ => ClientEndpoints.Delete(call, client),
        };
    }

    /// <summary>The client that an address is of; null for an address of no client.</summary>
    private static string? ClientId(Call call) => (call.Behavior.ClientUriForm, Below(call, call.Behavior.EndpointPath)) switch
    {
        (RegistrationUriForm.Query, []) => call.Incoming.Query["client_id"],
        (RegistrationUriForm.PathWithSlash, [{ Length: > 0 } id, ""]) => id,
        (RegistrationUriForm.Path, [{ Length: > 0 } id]) => id,
        _ => null,
    };

    /// <summary>What an address has behind a path; null if it is not below that.</summary>
    private static string[]? Below(Call call, string? path)
    {
        string[] all = [.. call.Incoming.Segments.Skip(1)], begin = path?.Split('/') ?? [];
        return path is not null && all.Take(begin.Length).SequenceEqual(begin) ? all[begin.Length..] : null;
    }
}
