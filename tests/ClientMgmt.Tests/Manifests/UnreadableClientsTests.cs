using ClientMgmt.Manifests;

namespace ClientMgmt.Tests.Manifests;

/// <summary>What is said of clients that are known and cannot be read.</summary>
internal sealed class UnreadableClientsTests
{
    [Test]
    public void Where_all_can_be_read_there_is_no_doubt() => Assert.That(new UnreadableClients().Doubt, Is.Null);

    [TestCase(1, "(1);")]
    [TestCase(5, "(1, 2, 3, 4, 5);")]
    [TestCase(6, "(1, 2, 3, 4, 5, …);")]
    [TestCase(7, "(1, 2, 3, 4, 5, …);")]
    public void The_first_five_are_named(int count, string named)
    {
        var unreadable = new UnreadableClients();
        foreach (int id in Enumerable.Range(1, count))
        {
            unreadable.Options.OnUnreadable!($"{id}", null!);
        }

        Assert.That(unreadable.Doubt, Does.Contain($"whose keys the server refuses {named} remove those"));
    }
}
