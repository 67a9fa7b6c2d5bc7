using ClientMgmt.DocSpace;
using ClientMgmt.Mapping;

namespace ClientMgmt.Tests.Mapping;

/// <summary>One property is at fault for one reason.</summary>
public sealed class MetadataGuardTests
{
    [Test]
    public void A_required_property_that_is_set_in_the_wrong_place_is_not_missing_as_well()
    {
        MetadataMap map = DocSpaceProperties.Current;
        ClientMetadata metadata = new ClientMetadata().WithExtension("client_name", "Orders");

        MetadataGuard.Refusals refusals = MetadataGuard.CheckCreation(map, map.Compare(new ClientMetadata(), metadata));

        Assert.That(
            refusals.All.Where(e => e.Name == "client_name").Select(e => e.Message),
            Is.EqualTo(["cannot be set: set it by the property of ClientMetadata"]));
    }
}
