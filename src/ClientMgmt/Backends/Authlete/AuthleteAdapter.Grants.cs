using System.Text.Json;
using ClientMgmt.Authlete.V3;
using ClientMgmt.JsonText;
using ClientMgmt.Management;
using ClientMgmt.Wire;

namespace ClientMgmt.Authlete;

// The grants of end users, and the scopes that a client may request.
internal sealed partial class AuthleteAdapter
{
    public override void CheckSubject(OperationInfo operation, string? subject) => ClientIds.CheckSubject(subject);

    public override IPageSource<AuthorizedClient> OpenGrants(OperationInfo operation, string? subject, ClientListOptions options) =>
        OpenWindows(
            operation,
            options,
            (start, end, token) => Api(operation).ListAuthorizedClientsAsync(
                operation, subject!, options.Developer, start, end, ReadWindow, token),
            document =>
            {
                OAuthClient client = ToClient(operation.Operation, document);
                return new AuthorizedClient { ClientId = client.ClientId, Client = client };
            });

    public override Task UpdateAuthorizationAsync(
        OperationInfo operation, string subject, IReadOnlyCollection<string> scopes, CancellationToken cancellationToken)
    {
        var body = new WireObject
        {
            [ClientAuthorizationUpdateRequest.Subject] = WireJson.Write(subject),
            [ClientAuthorizationUpdateRequest.Scopes] = WireJson.WriteList(scopes),
        };
        return Api(operation).UpdateAuthorizationAsync(operation, operation.RequiredClientId, body, Nothing, cancellationToken);
    }

    public override Task RevokeAuthorizationAsync(OperationInfo operation, string? subject, CancellationToken cancellationToken) =>
        Api(operation).RevokeAuthorizationAsync(operation, operation.RequiredClientId, subject!, Nothing, cancellationToken);

    public override Task<GrantedScopes> GetGrantedScopesAsync(
        OperationInfo operation, string? subject, CancellationToken cancellationToken) =>
        Api(operation).GetGrantedScopesAsync(operation, operation.RequiredClientId, subject!, ReadGrantedScopes, cancellationToken);

    public override Task DeleteGrantedScopesAsync(OperationInfo operation, string subject, CancellationToken cancellationToken) =>
        Api(operation).DeleteGrantedScopesAsync(operation, operation.RequiredClientId, subject, Nothing, cancellationToken);

    public override Task<IReadOnlyList<string>?> GetRequestableScopesAsync(
        OperationInfo operation, CancellationToken cancellationToken) =>
        Api(operation).GetRequestableScopesAsync(operation, operation.RequiredClientId, ReadRequestableScopes, cancellationToken);

    // The operation reads an empty list as null, which would allow every scope; the vendor's advice is to set the client's
    // extension instead.
    public override bool AreMetadata(IReadOnlyCollection<string> requestableScopes) => requestableScopes.Count == 0;

    public override Task<IReadOnlyList<string>?> SetRequestableScopesAsync(
        OperationInfo operation, IReadOnlyCollection<string> scopes, CancellationToken cancellationToken)
    {
        var body = new WireObject
        {
            [ClientExtensionRequestableScopesUpdateRequest.RequestableScopes] = WireJson.WriteList(scopes),
        };
        return Api(operation).SetRequestableScopesAsync(
            operation, operation.RequiredClientId, body, ReadRequestableScopes, cancellationToken);
    }

    public override Task ClearRequestableScopesAsync(OperationInfo operation, CancellationToken cancellationToken) =>
        Api(operation).ClearRequestableScopesAsync(operation, operation.RequiredClientId, cancellationToken);

    private static GrantedScopes ReadGrantedScopes(JsonElement answer)
    {
        string[]? latest = WireValues.Texts(answer.Member(ClientGrantedScopesGetResponse.LatestGrantedScopes));
        return new GrantedScopes
        {
            Latest = latest,
            Merged = WireValues.Texts(answer.Member(ClientGrantedScopesGetResponse.MergedGrantedScopes)),
            ModifiedAt = latest is null
                ? null
                : WireValues.Milliseconds(answer.Member(ClientGrantedScopesGetResponse.ModifiedAt)),
        };
    }

    private static IReadOnlyList<string>? ReadRequestableScopes(JsonElement answer) =>
        WireValues.Texts(answer.Member(ClientExtensionRequestableScopesGetResponse.RequestableScopes));
}
