using Microsoft.Extensions.Options;

namespace ClientMgmt.Registration;

/// <summary>Reports the mistakes of all providers together when the host starts.</summary>
internal sealed class StartupCheck(ConfiguredProviders providers) : IValidateOptions<StartupCheck.Nothing>
{
    public ValidateOptionsResult Validate(string? name, Nothing options) =>
        providers.Problems.ToArray() is { Length: > 0 } problems
            ? ValidateOptionsResult.Fail(problems)
            : ValidateOptionsResult.Success;

    /// <summary>What is validated at the start, in place of the options themselves: those change, and are then validated one by one.</summary>
    public sealed class Nothing;
}
