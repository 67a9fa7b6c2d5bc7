using System.Runtime.CompilerServices;

namespace ClientMgmt.Manifests;

/// <summary>
/// Bounds what aliases make of a small file: nine lines of lists of aliases stand for a thousand million texts.
/// </summary>
internal sealed class AliasBudget(long nodes, long characters)
{
    private readonly ConditionalWeakTable<Node, Tuple<long, long>> _sizes = [];
    private long _nodes = nodes;
    private long _characters = characters;

    /// <summary>Takes what a node stands for off the budget; false if that is not enough.</summary>
    public bool Spend(Node node)
    {
        (long count, long length) = Measure(node);
        _nodes -= count;
        _characters -= length;
        return _nodes >= 0 && _characters >= 0;
    }

    // What aliases point to has been paid for when it was read, so that each node is measured once and no sum overflows.
    private Tuple<long, long> Measure(Node node) => _sizes.GetValue(node, _ => node switch
    {
        ListNode list => Sum(list.Items),
        MapNode map => Sum(map.Members.SelectMany(m => new[] { m.Key, m.Value })),
        _ => Tuple.Create(1L, (long)((ScalarNode)node).Value.Length),
    });

    private Tuple<long, long> Sum(IEnumerable<Node> parts)
    {
        (long count, long length) = (1, 0);
        foreach (Node part in parts)
        {
            (long more, long longer) = Measure(part);
            count += more;
            length += longer;
        }

        return Tuple.Create(count, length);
    }
}
