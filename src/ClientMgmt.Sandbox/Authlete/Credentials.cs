using ClientMgmt.Sandbox.Http;

namespace ClientMgmt.Sandbox.Authlete;

/// <summary>Who calls, and with which rights.</summary>
internal sealed record Caller(ServiceState Service, bool ReadOnly = false);

/// <summary>Basic credentials choose a v2 service; on v3 the path does, and the token has to fit it.</summary>
internal sealed class Credentials(IReadOnlyList<ServiceState> services, IReadOnlyList<string> organizationTokens)
{
    private static readonly AuthleteBehavior s_unknownService = new();

    public Caller CheckV2(Incoming incoming)
    {
        string header = incoming.Headers.Authorization.ToString();
        if (header.Length == 0)
            throw new Refusal(Errors.MissingCredentials(s_unknownService));
        (string user, string password)? pair = BasicCredentials.Parse(header);
        ServiceState? service = services.FirstOrDefault(s => !s.IsV3 && s.Options.ServiceId == pair?.user);
        if (service is null || !BasicCredentials.Same(service.Options.ApiSecret, pair!.Value.password))
            throw new Refusal(Errors.WrongCredentials(service?.Behavior ?? s_unknownService));
        return new Caller(service);
    }

    public Caller CheckV3(Incoming incoming)
    {
        ServiceState? service = services.FirstOrDefault(s => s.IsV3 && s.Options.ServiceId == incoming.Segments[1]);
        AuthleteBehavior behavior = service?.Behavior ?? s_unknownService;
        string header = incoming.Headers.Authorization.ToString();
        if (header.Length == 0)
            throw new Refusal(Errors.MissingCredentials(behavior));
        if (BasicCredentials.Scheme(header, "Bearer") is not { } token)
            throw new Refusal(Errors.WrongCredentials(behavior));
        if (service is null)
            throw new Refusal(Errors.UnknownService(behavior));
        if (organizationTokens.Concat(service.Options.AccessTokens).Any(t => BasicCredentials.Same(t, token)))
            return new Caller(service);
        if (service.Options.ReadOnlyAccessTokens.Any(t => BasicCredentials.Same(t, token)))
            return new Caller(service, ReadOnly: true);
        throw new Refusal(Errors.InvalidToken(behavior));
    }
}
