using Bedrock.Toolkit.AsyncInvoke;

namespace Bedrock.Toolkit.Serialization;

/// <summary>A union whose variants are told apart by the text of one member, wherever in the object it stands. Thread-safe.</summary>
/// <typeparam name="TBase">The union's abstract base class.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public abstract class TaggedUnionConverter<TBase> : UnionConverter<TBase>
    where TBase : class
{
    private readonly string _tagName;
    private readonly List<(string Tag, bool IsPrefix, Type Variant)> _tags = [];
    private readonly Type? _untagged;

    private protected TaggedUnionConverter(
        JsonSerializerContext context,
        Func<JsonElement, TBase> createUnknown,
        string tagName,
        params ReadOnlySpan<(string? Tag, bool IsPrefix, Type Variant)> cases)
        : base(context, createUnknown)
    {
        _tagName = tagName;
        foreach ((string? tag, bool isPrefix, Type variant) in cases)
        {
            if (tag is null)
            {
                _untagged = variant;
            }
            else
            {
                _tags.Add((tag, isPrefix, variant));
            }

            AddVariant(variant);
        }
    }

    /// <summary>A variant by its tag.</summary>
    private protected static (string? Tag, bool IsPrefix, Type Variant) Case<TVariant>(string tag)
        where TVariant : TBase => (tag, false, typeof(TVariant));

    /// <summary>A variant by the beginning of its tag: tags that carry a version.</summary>
    private protected static (string? Tag, bool IsPrefix, Type Variant) CaseOfPrefix<TVariant>(string tagPrefix)
        where TVariant : TBase => (tagPrefix, true, typeof(TVariant));

    /// <summary>The variant of an object without a tag.</summary>
    private protected static (string? Tag, bool IsPrefix, Type Variant) CaseOfNone<TVariant>()
        where TVariant : TBase => (null, false, typeof(TVariant));

    private protected sealed override Type? Find(Utf8JsonReader copy)
    {
        while (copy.Read() && copy.TokenType == JsonTokenType.PropertyName)
        {
            bool isTag = copy.ValueTextEquals(_tagName);
            copy.Read();
            if (isTag && copy.TokenType == JsonTokenType.String)
            {
                return FindTag(ref copy);
            }

            copy.Skip();
        }

        return _untagged;
    }

    private Type? FindTag(ref Utf8JsonReader reader)
    {
        foreach ((string tag, bool isPrefix, Type variant) in _tags)
        {
            if (isPrefix ? reader.GetString()!.StartsWith(tag, StringComparison.Ordinal) : reader.ValueTextEquals(tag))
            {
                return variant;
            }
        }

        return null;
    }
}
