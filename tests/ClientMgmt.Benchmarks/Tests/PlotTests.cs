using System.Xml.Linq;
using ClientMgmt.Benchmarks.Growth;
using ClientMgmt.Benchmarks.Measuring;
using NUnit.Framework;

namespace ClientMgmt.Benchmarks.Tests;

public sealed class PlotTests
{
    [Test]
    public void Every_point_is_drawn()
    {
        Series[] series =
        [
            new("A list", "µs", [(1, 250.5), (1_000, 40), (100_000, 39)]), new("Calls", "µs", [(1, 1), (64, 1)]),
        ];

        var svg = XDocument.Parse(Plot.Draw(series));

        Assert.That(svg.Descendants().Count(e => e.Name.LocalName == "circle"), Is.EqualTo(5));
    }
}
