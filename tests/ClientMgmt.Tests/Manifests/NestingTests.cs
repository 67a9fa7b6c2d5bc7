using System.Text;
using ClientMgmt.Manifests;

namespace ClientMgmt.Tests.Manifests;

/// <summary>How deep a file may be, and what its aliases may make of it.</summary>
internal sealed class NestingTests
{
    private static readonly ScalarNode s_text = new(1, 1, "abc", IsPlain: true);
    private static readonly ListNode s_list = new(1, 1, [s_text, s_text]);
    private static readonly MapNode s_map = new(1, 1, [(s_text, s_list)]);

    private static readonly object[] s_sizes =
    [
        new object[] { s_text, 1, 3 },
        new object[] { s_list, 3, 6 },
        new object[] { s_map, 5, 9 },
    ];

    [TestCaseSource(nameof(s_sizes))]
    public void An_alias_costs_the_values_and_the_letters_that_it_stands_for(object node, int nodes, int characters)
    {
        Assert.That(new AliasBudget(nodes, characters).Spend((Node)node), Is.True);
        Assert.That(new AliasBudget(nodes - 1, characters).Spend((Node)node), Is.False);
        Assert.That(new AliasBudget(nodes, characters - 1).Spend((Node)node), Is.False);
    }

    [TestCase(2, 100)]
    [TestCase(100, 6)]
    public void Each_alias_costs_as_much_as_the_first(int nodes, int characters)
    {
        var budget = new AliasBudget(nodes, characters);

        Assert.That(new[] { budget.Spend(s_text), budget.Spend(s_text), budget.Spend(s_text) }, Is.EqualTo(new[] { true, true, false }));
    }

    [Test]
    public async Task Aliases_do_not_make_a_small_file_large()
    {
        var bomb = new StringBuilder("client_id: a\nextensions:\n  l0: &l0 [x, x, x, x, x, x, x, x, x, x]\n");
        for (int level = 1; level < 12; level++)
        {
            bomb.Append($"  l{level}: &l{level} [{string.Join(", ", Enumerable.Repeat($"*l{level - 1}", 10))}]\n");
        }

        Assert.That((await Manifest.ProblemsAsync(bomb.ToString())).Single().Message, Does.Contain("aliases"));
    }

    [TestCase("  &k 1: x\n  y: *k\n", "1")]
    [TestCase("  &k \"1\": x\n  y: *k\n", "\"1\"")]
    [TestCase("  x: &a one\n  X: &A two\n  y: *a\n", "\"one\"")]
    public async Task An_alias_is_what_its_anchor_stands_at(string extensions, string y) => Assert.That(
        (await Manifest.ReadAsync($"client_id: a\nextensions:\n{extensions}")).Single().Extensions["y"].GetRawText(), Is.EqualTo(y));

    [TestCase(48, 0)]
    [TestCase(49, 1)]
    [TestCase(10_000, 1)]
    public async Task What_is_nested_deeper_than_fifty_levels_is_refused(int lists, int problems)
    {
        string text = $$$"""{"client_id": "a", "extensions": {"x": {{{new string('[', lists)}}}1{{{new string(']', lists)}}}}}""";

        Assert.That((await Manifest.ProblemsAsync(text, "clients.json")).Count, Is.EqualTo(problems));
        Assert.That((await Manifest.ProblemsAsync(text, "clients.yaml")).Count, Is.EqualTo(problems));
    }
}
