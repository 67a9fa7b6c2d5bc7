namespace ClientMgmt;

/// <summary>The result of <see cref="ClientManagementHealthExtensions.CheckHealthAsync"/>.</summary>
/// <param name="Answers">
/// Whether the backend answers; <see langword="null"/> if there is nothing to ask it: a server of dynamic registration, without
/// <see cref="ProviderOptions.Issuer"/> and with no client in the store.
/// </param>
/// <param name="AcceptsCredential">
/// Whether it accepts the credential; <see langword="null"/> if that cannot be told, because it does not answer, answers
/// something unexpected, or refuses the request because too many came. It is also <see langword="null"/> for dynamic registration
/// without a management token: an initial access token may be good for one use (RFC 7591 section 3), so it is not tried.
/// </param>
/// <param name="Error">What went wrong; <see langword="null"/> if nothing did.</param>
public sealed record ProviderHealth(bool? Answers, bool? AcceptsCredential, ClientManagementError? Error = null)
{
    /// <summary>Whether nothing is wrong, as far as could be told.</summary>
    public bool IsHealthy => Answers != false && AcceptsCredential != false && Error is null;
}
