using System.Globalization;
using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Bedrock.Toolkit.Generators;

/// <summary>A public property of a class that a context describes, with the statement that adds its metadata to a list.</summary>
internal sealed class WireMember
{
    private const string Json = "global::System.Text.Json.Serialization.";

    private readonly INamedTypeSymbol? _open;

    private WireMember(IPropertySymbol property)
    {
        Name = property.Name;
        Type = property.Type;
        bool isIgnored = false;
        bool isExtension = false;
        string name = property.Name;
        string more = string.Empty;
        foreach (AttributeData attribute in property.GetAttributes())
        {
            // What the compiler wrote into another assembly has arrays too.
            object? first = attribute.ConstructorArguments.Length > 0 && attribute.ConstructorArguments[0].Kind != TypedConstantKind.Array
                ? attribute.ConstructorArguments[0].Value
                : null;
            switch (attribute.AttributeClass?.Name)
            {
                case "JsonPropertyNameAttribute":
                    name = (string)first!;
                    break;
                case "JsonIgnoreAttribute":
                    int condition = attribute.NamedArguments.Length == 0 ? 1 : (int)attribute.NamedArguments[0].Value.Value!;
                    isIgnored = condition == 1;
                    more += $", ignore: ({Json}JsonIgnoreCondition){condition}";
                    break;
                case "JsonConverterAttribute":
                    more += ", converter: " + Converter((INamedTypeSymbol)first!);
                    break;
                case "JsonPropertyOrderAttribute":
                    more += $", order: {((int)first!).ToString(CultureInfo.InvariantCulture)}";
                    break;
                case "JsonNumberHandlingAttribute":
                    more += $", numbers: ({Json}JsonNumberHandling){(int)first!}";
                    break;
                case "JsonExtensionDataAttribute":
                    isExtension = true;
                    more += ", isExtension: true";
                    break;
                case "JsonIncludeAttribute" or "JsonRequiredAttribute" or "JsonObjectCreationHandlingAttribute":
                    Fault = attribute.AttributeClass.Name + " is not supported by the generator of the contexts";
                    break;
                default:
                    break;
            }
        }

        IsSerialized = !isIgnored;
        bool isSet = property.SetMethod is { DeclaredAccessibility: Accessibility.Public };
        if (IsSerialized && isSet && property.SetMethod!.IsInitOnly)
        {
            Fault = "a member that goes over the wire has a setter that can be called, not one for initializers";
        }

        if (property.IsRequired && !SetsRequiredMembers(property.ContainingType))
        {
            more += ", isRequired: true";
        }

        _open = OpenValueOf(Type);
        if (_open is not null)
        {
            more += $", converter: new global::Bedrock.Toolkit.Serialization.OpenTextConverter(typeof({TextOf(Type)}))";
        }

        if (!isExtension && property.Type.IsReferenceType)
        {
            bool isNotNull = property.Type.NullableAnnotation == NullableAnnotation.NotAnnotated;
            more += isNotNull && !Has(property, "MaybeNullAttribute") ? ", getsNull: false" : string.Empty;
            more += isSet && isNotNull && !Has(property, "AllowNullAttribute") ? ", setsNull: false" : string.Empty;
        }

        string declaring = property.ContainingType.ToDisplayString(SymbolDisplayFormat.FullyQualifiedFormat);
        string access = $"(({declaring})o).{Name}";
        string get = _open is null ? access : more.Contains("Condition)2") ? access + ".Value"
            : $"global::Bedrock.Toolkit.Serialization.WireMetadata.Text({access})";
        string value = _open is null ? "v" : SymbolEqualityComparer.Default.Equals(_open, Type)
            ? $"new {TextOf(_open)}(v)"
            : $"v is null ? default({TextOf(Type)}) : new {TextOf(_open)}(v)";
        var add = new StringBuilder("to.Add(global::Bedrock.Toolkit.Serialization.WireMetadata.Member<").Append(_open is null ? TextOf(Type) : "string")
            .Append(">(options, typeof(")
            .Append(declaring).Append("), \"").Append(Name).Append("\", ").Append(SymbolDisplay.FormatLiteral(name, quote: true))
            .Append(", static o => ").Append(get).Append(", ")
            .Append(isSet ? $"static (o, v) => {access} = {value}" : "null").Append(more).Append("));");
        Add = add.ToString();
    }

    public string Name { get; }

    public ITypeSymbol Type { get; }

    public bool IsSerialized { get; }

    /// <summary>Whether the member's type needs metadata of its own: an open value goes through the serializer as a text.</summary>
    public bool NeedsType => IsSerialized && _open is null;

    public string? Fault { get; private set; }

    /// <summary>The statement that adds the member to the list <c>to</c>.</summary>
    public string Add { get; }

    /// <summary>The public properties that a class itself declares, in order.</summary>
    public static IEnumerable<WireMember> Of(INamedTypeSymbol type) => type.GetMembers().OfType<IPropertySymbol>()
        .Where(item => item is { IsStatic: false, IsIndexer: false, DeclaredAccessibility: Accessibility.Public })
        .Select(item => new WireMember(item));

    /// <summary>The converter that a type's own attribute names.</summary>
    public static INamedTypeSymbol? ConverterOf(ITypeSymbol type) => type.GetAttributes()
        .FirstOrDefault(item => item.AttributeClass?.Name == "JsonConverterAttribute")?.ConstructorArguments[0].Value as INamedTypeSymbol;

    // Every struct in the serializer's generic types is machine code of its own; 133 of them were the half of a native app.
    private static INamedTypeSymbol? OpenValueOf(ITypeSymbol type)
    {
        INamedTypeSymbol? value = type is INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T } nullable
            ? nullable.TypeArguments[0] as INamedTypeSymbol
            : type as INamedTypeSymbol;
        return value is not null && value.AllInterfaces.Any(item => item.Name == "IOpenValue") ? value : null;
    }

    public static bool HasRequired(INamedTypeSymbol? type) =>
        type is not null && (type.GetMembers().OfType<IPropertySymbol>().Any(item => item.IsRequired) || HasRequired(type.BaseType));

    // A constructor without parameters that sets them itself, as it is for a mark that always says the same.
    private static bool SetsRequiredMembers(INamedTypeSymbol type) => type.InstanceConstructors.Any(
        item => item.Parameters.Length == 0 && item.GetAttributes().Any(mark => mark.AttributeClass?.Name == "SetsRequiredMembersAttribute"));

    private static string TextOf(ITypeSymbol type) =>
        type.WithNullableAnnotation(NullableAnnotation.None).ToDisplayString(SymbolDisplayFormat.FullyQualifiedFormat);

    private static bool Has(IPropertySymbol property, string attribute) => property.GetAttributes().Any(item => item.AttributeClass?.Name == attribute);

    // A converter of T stands on a member of T? too.
    private string Converter(INamedTypeSymbol converter)
    {
        string text = $"new {converter.ToDisplayString(SymbolDisplayFormat.FullyQualifiedFormat)}()";
        if (Type is not INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T } nullable)
        {
            return text;
        }

        for (INamedTypeSymbol? level = converter; level is not null; level = level.BaseType)
        {
            if (level.Name == "JsonConverter" && level.TypeArguments.Length == 1)
            {
                return SymbolEqualityComparer.Default.Equals(level.TypeArguments[0], Type)
                    ? text
                    : $"global::Bedrock.Toolkit.Serialization.WireMetadata.OfNullable<{TextOf(nullable.TypeArguments[0])}>(options, {text})";
            }
        }

        Fault = converter.Name + " is no JsonConverter<T>";
        return text;
    }
}
