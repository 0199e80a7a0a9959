using System.Collections.Immutable;
using System.Text;
using Microsoft.CodeAnalysis;

namespace Bedrock.Toolkit.Generators;

/// <summary>A class below BedrockObject: its name, the statements that detach a copy of it, and the members that nothing is known of.</summary>
internal sealed class WireObject : IEquatable<WireObject>
{
    private const string BaseName = "BedrockObject";
    private const string CopiedName = "ICopied";
    private const string CopiesClass = "global::Bedrock.Toolkit.Serialization.Copies";

    private WireObject(string @namespace, string name, string copies, ImmutableArray<(string, string)> unknown) =>
        (Namespace, Name, Copies, Unknown) = (@namespace, name, copies, unknown);

    public string Namespace { get; }

    public string Name { get; }

    public string Copies { get; }

    public ImmutableArray<(string Member, string Type)> Unknown { get; }

    /// <summary>Null for a class that is no wire object.</summary>
    public static WireObject? Of(INamedTypeSymbol type)
    {
        if (!IsWireObject(type.BaseType))
        {
            return null;
        }

        var copies = new StringBuilder();
        ImmutableArray<(string, string)>.Builder unknown = ImmutableArray.CreateBuilder<(string, string)>();
        foreach (ISymbol member in type.GetMembers())
        {
            ITypeSymbol? memberType = member switch
            {
                IPropertySymbol { IsStatic: false, IsIndexer: false, SetMethod.IsInitOnly: false } property => property.Type,
                IFieldSymbol { IsStatic: false, IsImplicitlyDeclared: false, IsReadOnly: false } field => field.Type,
                _ => null,
            };
            if (memberType is null || IsShared(memberType))
            {
                continue;
            }

            if (Copy(memberType, member.Name, 0) is { } copy)
            {
                copies.Append("        ").Append(member.Name).Append(" = ").Append(copy).Append(";\n");
            }
            else
            {
                unknown.Add((member.Name, memberType.ToDisplayString()));
            }
        }

        return new WireObject(type.ContainingNamespace.ToDisplayString(), type.Name, copies.ToString(), unknown.ToImmutable());
    }

    public bool Equals(WireObject? other) =>
        other is not null && Namespace == other.Namespace && Name == other.Name && Copies == other.Copies && Unknown.SequenceEqual(other.Unknown);

    public override bool Equals(object? obj) => Equals(obj as WireObject);

    public override int GetHashCode() => Name.GetHashCode() ^ Copies.GetHashCode();

    private static bool IsWireObject(INamedTypeSymbol? type) => type is not null && (type.Name == BaseName || IsWireObject(type.BaseType));

    // The expression that copies what `value` holds; null when nobody knows how.
    private static string? Copy(ITypeSymbol type, string value, int depth)
    {
        if (type is not INamedTypeSymbol named)
        {
            return null;
        }

        if (named.Name == BaseName || IsWireObject(named.BaseType))
        {
            return $"{CopiesClass}.Of({value})";
        }

        if (named.AllInterfaces.Any(item => item.Name == CopiedName))
        {
            return $"{CopiesClass}.Parts({value})";
        }

        ITypeSymbol? element = named switch
        {
            { Name: "IList" or "List", TypeArguments.Length: 1 } => named.TypeArguments[0],
            { Name: "IDictionary", TypeArguments.Length: 2 } => named.TypeArguments[1],
            _ => null,
        };
        if (element is null)
        {
            return null;
        }

        if (IsShared(element))
        {
            return $"{CopiesClass}.Copy({value})";
        }

        string item = "item" + depth;
        return Copy(element, item, depth + 1) is { } copy ? $"{CopiesClass}.Copy({value}, static {item} => {copy})" : null;
    }

    // Values, texts, and classes that nobody can change in place.
    private static bool IsShared(ITypeSymbol type) =>
        type.IsValueType
        || type.SpecialType == SpecialType.System_String
        || (type is INamedTypeSymbol { TypeKind: TypeKind.Class } named && !IsWireObject(named.BaseType) && named.Name != BaseName
            && !named.AllInterfaces.Any(item => item.Name is CopiedName or "IEnumerable")
            && !Chain(named).SelectMany(item => item.GetMembers()).Any(IsChangeable));

    private static IEnumerable<INamedTypeSymbol> Chain(INamedTypeSymbol? type)
    {
        for (; type is not null && type.SpecialType != SpecialType.System_Object; type = type.BaseType)
        {
            yield return type;
        }
    }

    private static bool IsChangeable(ISymbol member) => member is IPropertySymbol
    {
        IsStatic: false,
        SetMethod: { IsInitOnly: false, DeclaredAccessibility: Accessibility.Public },
    };
}
