namespace ClientMgmt;

/// <summary>The operations of <see cref="IClientManagement"/>, as <see cref="Capabilities"/> and errors name them.</summary>
public enum ClientOperation
{
    /// <summary><see cref="IClientManagement.GetAsync"/>.</summary>
    Get,

    /// <summary><see cref="IClientManagement.ListAsync"/>.</summary>
    List,

    /// <summary><see cref="IClientManagement.CreateAsync"/>.</summary>
    Create,

    /// <summary><see cref="IClientManagement.UpdateAsync"/>.</summary>
    Update,

    /// <summary><see cref="IClientManagement.DeleteAsync"/>.</summary>
    Delete,

    /// <summary><see cref="IClientManagement.EnableAsync"/>.</summary>
    Enable,

    /// <summary><see cref="IClientManagement.DisableAsync"/>.</summary>
    Disable,

    /// <summary><see cref="IClientManagement.RotateSecretAsync"/>.</summary>
    RotateSecret,

    /// <summary><see cref="IClientManagement.SetSecretAsync"/>.</summary>
    SetSecret,

    /// <summary><see cref="IClientManagement.ListAuthorizedClientsAsync"/>.</summary>
    ListAuthorizedClients,

    /// <summary><see cref="IClientManagement.UpdateAuthorizationAsync"/>.</summary>
    UpdateAuthorization,

    /// <summary><see cref="IClientManagement.RevokeAuthorizationAsync"/>.</summary>
    RevokeAuthorization,

    /// <summary><see cref="IClientManagement.GetGrantedScopesAsync"/>.</summary>
    GetGrantedScopes,

    /// <summary><see cref="IClientManagement.DeleteGrantedScopesAsync"/>.</summary>
    DeleteGrantedScopes,

    /// <summary><see cref="IClientManagement.GetRequestableScopesAsync"/>.</summary>
    GetRequestableScopes,

    /// <summary><see cref="IClientManagement.SetRequestableScopesAsync"/>.</summary>
    SetRequestableScopes,

    /// <summary><see cref="IClientManagement.ClearRequestableScopesAsync"/>.</summary>
    ClearRequestableScopes,

    /// <summary><see cref="IClientManagement.ListScopesAsync"/>.</summary>
    ListScopes,

    /// <summary><see cref="IClientManagement.GetInfoAsync"/>.</summary>
    GetInfo,

    /// <summary><see cref="IClientManagement.ListInfoAsync"/>.</summary>
    ListInfo,

    /// <summary><see cref="IClientManagement.GetPublicInfoAsync"/>.</summary>
    GetPublicInfo,

    /// <summary><see cref="IClientManagement.DeleteAllOwnClientsAsync"/>.</summary>
    DeleteAllOwnClients,

    /// <summary><see cref="IClientManagement.DeleteAllTenantClientsAsync"/>.</summary>
    DeleteAllTenantClients,
}
