using ClientMgmt.Sandbox.Http;
using static Microsoft.AspNetCore.Http.StatusCodes;

namespace ClientMgmt.Sandbox.DynamicRegistration;

/// <summary>GET and DELETE.</summary>
internal static class ClientEndpoints
{
    /// <summary>What the method of a request to a client's address stands for.</summary>
    public static RegistrationOperations OperationOf(Call call)
    {
        RegistrationOperations operation = call.Incoming.Method switch
        {
            "GET" or "HEAD" => RegistrationOperations.Read,
            "PUT" => RegistrationOperations.Update,
            "DELETE" => RegistrationOperations.Delete,
            _ => RegistrationOperations.None,
        };
        return operation != RegistrationOperations.None && call.Behavior.Operations.HasFlag(operation)
            ? operation
            : throw call.Refuse(RegistrationMistake.MissingOperation, "there is no such operation");
    }

    public static Reply Read(Call call, RegisteredClient client)
    {
        Rotate(call, client, RegistrationOperations.Read);
        return call.Finish(Reply.Json(Status200OK, ClientAnswer.Of(call, client, RegistrationOperations.Read)));
    }

    public static Reply Delete(Call call, RegisteredClient client)
    {
        call.Server.Remove(client.Id);
        return call.Finish(Reply.Empty(call.Behavior.DeleteStatus));
    }

    /// <summary>Who manages all clients by one token leaves that of the client alone.</summary>
    public static void Rotate(Call call, RegisteredClient client, RegistrationOperations operation)
    {
        if (call.Behavior.RotatesOn.HasFlag(operation) && !call.ByManagement)
            call.Server.RenewToken(client);
    }
}
