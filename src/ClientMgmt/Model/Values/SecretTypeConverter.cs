using System.ComponentModel;
using System.Globalization;

namespace ClientMgmt.Values;

/// <summary>Lets the configuration binder fill a <see cref="Secret"/>.</summary>
internal sealed class SecretTypeConverter : TypeConverter
{
    public override bool CanConvertFrom(ITypeDescriptorContext? context, Type sourceType) => sourceType == typeof(string);

    public override object ConvertFrom(ITypeDescriptorContext? context, CultureInfo? culture, object value) =>
        new Secret((string)value);
}
