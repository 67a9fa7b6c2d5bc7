namespace ClientMgmt.Sandbox;

/// <summary>
/// How a registration server acts where servers differ, one switch for each way. The defaults are what the RFCs say, and where
/// they leave it open what most servers do. <see cref="DynamicRegistrationPresets"/> has the rows of real servers.
/// </summary>
public sealed partial record DynamicRegistrationBehavior
{
    /// <summary>How requests are refused, where it is not as in the default row of a mistake.</summary>
    public IReadOnlyDictionary<RegistrationMistake, RegistrationRefusal> Refusals { get; init; } =
        new Dictionary<RegistrationMistake, RegistrationRefusal>();

    /// <summary>The operations that the server has; all by default. Another one is a <see cref="RegistrationMistake.MissingOperation"/>.</summary>
    public RegistrationOperations Operations { get; init; } = RegistrationOperations.All;

    /// <summary>Whether registration is switched on; otherwise every call is a <see cref="RegistrationMistake.NotEnabled"/>, and no document names the endpoint. True by default.</summary>
    public bool Enabled { get; init; } = true;

    /// <summary>Whether a refusal is a page of HTML for who accepts text/html and not JSON.</summary>
    public bool HtmlForBrowsers { get; init; }

    /// <summary>Whether a request without a token that does not ask for application/json is sent to a login page with a 302.</summary>
    public bool LoginPageForBrowsers { get; init; }

    /// <summary>Whether answers say Cache-Control: no-store. True by default.</summary>
    public bool NoStore { get; init; } = true;

    /// <summary>The same with one mistake refused in another way.</summary>
    /// <param name="mistake">The mistake.</param>
    /// <param name="refusal">The way.</param>
    public DynamicRegistrationBehavior Refusing(RegistrationMistake mistake, RegistrationRefusal refusal) =>
        this with { Refusals = new Dictionary<RegistrationMistake, RegistrationRefusal>(Refusals) { [mistake] = refusal } };
}
