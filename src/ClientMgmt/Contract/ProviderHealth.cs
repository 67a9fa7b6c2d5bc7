namespace ClientMgmt;

/// <summary>The result of <see cref="ClientManagementHealthExtensions.CheckHealthAsync"/>.</summary>
/// <param name="Answers">Whether the backend answers.</param>
/// <param name="AcceptsCredential">
/// Whether it accepts the credential; <see langword="null"/> if that cannot be told, because it does not answer, answers
/// something unexpected, or refuses the request because too many came.
/// </param>
/// <param name="Error">What went wrong; <see langword="null"/> if nothing did.</param>
public sealed record ProviderHealth(bool Answers, bool? AcceptsCredential, ClientManagementError? Error = null)
{
    /// <summary>Whether the backend answers and accepts the credential.</summary>
    public bool IsHealthy => Answers && AcceptsCredential == true;
}
