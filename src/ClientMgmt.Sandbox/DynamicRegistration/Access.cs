namespace ClientMgmt.Sandbox.DynamicRegistration;

/// <summary>Who may register, and who may manage which client.</summary>
internal static class Access
{
    /// <summary>Checks the initial access token. What is returned uses it up, which only a successful registration does.</summary>
    public static Action ToRegister(Call call)
    {
        ServerState server = call.Server;
        string? token = call.Token;
        call.ByManagement = token is not null && server.IsManagement(token);
        if (call.ByManagement || call.Behavior.InitialAccess == RegistrationAccess.Open)
            return () => { };
        if (token is null)
            throw call.Refuse(RegistrationMistake.NoInitialToken, "no access token provided");
        if (token.Length == 0)
            throw call.Refuse(RegistrationMistake.OtherScheme, "no bearer token provided");
        if (server.Uses(token) is not { } uses)
            throw call.Refuse(RegistrationMistake.WrongInitialToken, "initial access token not found");
        int? allowed = call.Behavior.InitialAccess switch
        {
            RegistrationAccess.Once => 1,
            RegistrationAccess.Counted => call.Behavior.InitialAccessCount,
            _ => null,
        };
        if (uses >= allowed)
            throw call.Refuse(RegistrationMistake.UsedUpInitialToken, "no remaining count on initial access token");
        return () => server.Use(token);
    }

    public static RegisteredClient ToClient(Call call, string id)
    {
        ServerState server = call.Server;
        if (call.Token is not { } token)
            throw call.Refuse(RegistrationMistake.NoToken, "no access token provided");
        if (token.Length == 0)
            throw call.Refuse(RegistrationMistake.OtherScheme, "no bearer token provided");
        call.ByManagement = server.IsManagement(token);
        if (call.ByManagement)
            return server.Find(id) ?? throw call.Refuse(RegistrationMistake.UnknownClient, "client not found");
        if (server.OfToken(token) is not { } client)
        {
            throw server.IsOfGone(token)
                ? call.Refuse(RegistrationMistake.GoneClient, "the client is gone")
                : call.Refuse(RegistrationMistake.WrongToken, "registration access token not found");
        }

        if (server.Now - client.TokenIssuedAt >= call.Behavior.TokenLifetime)
            throw call.Refuse(RegistrationMistake.WrongToken, "registration access token expired");
        if (client.Id != id)
        {
            if (call.Behavior.MismatchBurnsToken)
                client.Token = null;
            throw call.Refuse(RegistrationMistake.ForeignToken, "client mismatch");
        }

        return client.Enabled ? client : throw call.Refuse(RegistrationMistake.DisabledClient, "the client is disabled");
    }
}
