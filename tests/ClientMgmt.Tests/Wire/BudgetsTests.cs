using ClientMgmt.Tests.Reliability;
using ClientMgmt.Tests.Support;
using ClientMgmt.Wire;

namespace ClientMgmt.Tests.Wire;

/// <summary>Which budget the requests of a method have.</summary>
internal sealed class BudgetsTests
{
    private static readonly Dictionary<string, int> s_documented = new() { ["GET"] = 50, ["POST"] = 10 };

    [TestCase("GET", 50)]
    [TestCase("POST", 10)]
    [TestCase("PATCH", null)]
    public void Without_settings_it_is_the_documented_one(string method, int? expected) =>
        Assert.That(Of([]).For(method).Own?.PerMinute, Is.EqualTo(expected));

    [TestCase("GET", 7)]
    [TestCase("POST", 30)]
    [TestCase("PATCH", 30)]
    public void A_setting_of_the_method_comes_before_that_of_all_others(string method, int expected) =>
        Assert.That(Of(new() { ["GET"] = 7, ["*"] = 30 }).For(method).Own?.PerMinute, Is.EqualTo(expected));

    [Test]
    public void Nothing_is_no_limit() => Assert.That(Of(new() { ["*"] = 0 }).For("GET").Own, Is.Null);

    [Test]
    public void All_other_methods_share_one_budget()
    {
        Budgets budgets = Of(new() { ["GET"] = 7, ["*"] = 30 });

        Assert.That(budgets.For("PUT"), Is.SameAs(budgets.For("POST")).And.SameAs(budgets.For("*")).And.Not.SameAs(budgets.For("GET")));
    }

    [Test]
    public void A_method_keeps_its_budget_in_any_case_of_letters()
    {
        Budgets budgets = Of([]);

        Assert.That(budgets.For("get"), Is.SameAs(budgets.For("GET")));
    }

    [Test]
    public async Task Once_the_server_has_refused_a_request_the_others_are_no_closer_than_the_budget_spreads_them()
    {
        var time = new ManualTime();
        Throttle server = Of(new() { ["GET"] = 20 }, time).For("GET").Server;
        server.Leave(LimitAnswers.Refusal(TimeSpan.Zero), wasAlone: false);
        bool isAlone = await server.EnterAsync(TimeSpan.MaxValue, null, default);
        server.Leave(LimitAnswers.Passed(left: 0), isAlone);

        Task<bool> next = server.EnterAsync(TimeSpan.MaxValue, null, default).AsTask();

        Assert.That(await time.NextTimerAsync(), Is.EqualTo(TimeSpan.FromSeconds(3)));
    }

    private static Budgets Of(Dictionary<string, int> configured, ManualTime? time = null) => new(
        new Dictionary<string, int>(configured, StringComparer.OrdinalIgnoreCase),
        new Dictionary<string, int>(s_documented, StringComparer.OrdinalIgnoreCase),
        time ?? new ManualTime());
}
