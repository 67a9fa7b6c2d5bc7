namespace ClientMgmt.Tests.Reliability;

/// <summary>The operations that write, by what can be said when the connection breaks.</summary>
internal static class CommitThenResetOperations
{
    /// <summary>Reading back tells whether the change was made.</summary>
    public static ClientOperation[] Settled { get; } =
    [
        ClientOperation.Update, ClientOperation.Delete, ClientOperation.Enable, ClientOperation.Disable,
        ClientOperation.SetSecret, ClientOperation.RevokeAuthorization, ClientOperation.DeleteGrantedScopes,
        ClientOperation.SetRequestableScopes, ClientOperation.ClearRequestableScopes,
    ];

    /// <summary>
    /// Nothing tells which client is the new one, whose rotation it was, what the tokens hold, and whether the clients
    /// that are there now are others.
    /// </summary>
    public static ClientOperation[] Unsettled { get; } =
    [
        ClientOperation.Create, ClientOperation.RotateSecret, ClientOperation.UpdateAuthorization,
        ClientOperation.DeleteAllOwnClients, ClientOperation.DeleteAllTenantClients,
    ];
}
