namespace ClientMgmt;

/// <summary>The operations of <see cref="IClientManagement"/> and its facets, as <see cref="Capabilities"/> and errors name them.</summary>
public enum ClientOperation
{
    /// <summary><see cref="IClientManagement.GetAsync"/>.</summary>
    Get,

    /// <summary><see cref="IClientManagement.ListAsync"/> and <see cref="IClientManagement.ListPageAsync"/>.</summary>
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

    /// <summary><see cref="IGrants.ListAuthorizedClientsAsync"/>.</summary>
    ListAuthorizedClients,

    /// <summary><see cref="IGrants.UpdateAuthorizationAsync"/>.</summary>
    UpdateAuthorization,

    /// <summary><see cref="IGrants.RevokeAuthorizationAsync"/>.</summary>
    RevokeAuthorization,

    /// <summary><see cref="IGrants.GetGrantedScopesAsync"/>.</summary>
    GetGrantedScopes,

    /// <summary><see cref="IGrants.DeleteGrantedScopesAsync"/>.</summary>
    DeleteGrantedScopes,

    /// <summary><see cref="IScopes.GetRequestableScopesAsync"/>.</summary>
    GetRequestableScopes,

    /// <summary><see cref="IScopes.SetRequestableScopesAsync"/>.</summary>
    SetRequestableScopes,

    /// <summary><see cref="IScopes.ClearRequestableScopesAsync"/>.</summary>
    ClearRequestableScopes,

    /// <summary><see cref="IScopes.ListScopesAsync"/>.</summary>
    ListScopes,

    /// <summary><see cref="IConsentViews.GetInfoAsync"/>.</summary>
    GetInfo,

    /// <summary><see cref="IConsentViews.ListInfoAsync"/>.</summary>
    ListInfo,

    /// <summary><see cref="IConsentViews.GetPublicInfoAsync"/>.</summary>
    GetPublicInfo,

    /// <summary><see cref="IBulkDeletion.DeleteAllOwnClientsAsync"/>.</summary>
    DeleteAllOwnClients,

    /// <summary><see cref="IBulkDeletion.DeleteAllTenantClientsAsync"/>.</summary>
    DeleteAllTenantClients,
}
