using System.Reflection;

namespace ClientMgmt.Tests.Model;

/// <summary>Records are equal when what they hold is.</summary>
public sealed class EqualityTests
{
    // Whoever adds a list to a record finds out here that lists are compared by reference.
    private static IEnumerable<PropertyInfo> Lists => typeof(IClientManagement).Assembly.GetExportedTypes()
        .Where(t => t.GetMethod("<Clone>$") is not null).SelectMany(t => t.GetProperties(BindingFlags.Public | BindingFlags.Instance))
        .Where(p => p.PropertyType.IsGenericType && p.PropertyType.GetGenericTypeDefinition() == typeof(IReadOnlyList<>));

    [TestCaseSource(nameof(Lists))]
    public void Equal_lists_make_equal_records(PropertyInfo property)
    {
        Type item = property.PropertyType.GetGenericArguments()[0];

        object one = With(property, List(item, "a", "b")), same = With(property, List(item, "a", "b"));

        Assert.That((one.Equals(same), one.GetHashCode()), Is.EqualTo((true, same.GetHashCode())));
        Assert.That(one, Is.Not.EqualTo(With(property, List(item, "a", "c"))).And.Not.EqualTo(With(property, List(item, "a"))));
    }

    [Test]
    public void An_error_without_field_errors_is_equal_to_one_with_an_empty_list() => Assert.That(
        Error(), Is.EqualTo(Error() with { FieldErrors = new List<FieldError>() }));

    [Test]
    public void The_list_of_an_error_is_copied_and_never_null()
    {
        var fields = new List<FieldError> { new("a", "b") };
        ClientManagementError error = Error() with { FieldErrors = fields };

        fields.Clear();

        Assert.That(error.FieldErrors, Is.EqualTo(new[] { new FieldError("a", "b") }));
        Assert.That(() => error with { FieldErrors = null! }, Throws.ArgumentNullException);
    }

    private static ClientManagementError Error() => new() { Provider = "a", Operation = ClientOperation.Get, Summary = "b" };

    private static object With(PropertyInfo property, object list)
    {
        Type type = property.DeclaringType!;
        object record = type == typeof(ClientManagementError) ? Error()
            : type.GetConstructor([]) is not null ? Activator.CreateInstance(type)!
            : Activator.CreateInstance(type, "name")!;
        property.SetValue(record, list);
        return record;
    }

    private static Array List(Type item, params string[] names)
    {
        Array list = Array.CreateInstance(item, names.Length);
        for (int i = 0; i < names.Length; i++)
        {
            object entry = item == typeof(string) ? names[i]
                : item == typeof(FieldError) ? new FieldError(names[i], "")
                : item == typeof(OAuthClient) ? new OAuthClient { ClientId = names[i] }
                : Activator.CreateInstance(item, names[i])!;
            list.SetValue(entry, i);
        }

        return list;
    }
}
