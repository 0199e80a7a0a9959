using System.ComponentModel;
using System.Text.Json;
using System.Text.Json.Serialization;
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
    private Type? _untagged;

    /// <summary>Creates the converter.</summary>
    /// <param name="context">The context that has the variants' metadata.</param>
    /// <param name="createUnknown">Makes the variant that keeps the raw JSON of what is not known.</param>
    /// <param name="tagName">The member that names the variant; <c>type</c> by default.</param>
    protected TaggedUnionConverter(JsonSerializerContext context, Func<JsonElement, TBase> createUnknown, string tagName = "type")
        : base(context, createUnknown) => _tagName = tagName;

    /// <summary>Registers a variant by its tag; called from the constructor only.</summary>
    /// <typeparam name="TVariant">The variant.</typeparam>
    /// <param name="tag">The whole text of the tag.</param>
    protected void Add<TVariant>(string tag)
        where TVariant : TBase
    {
        _tags.Add((tag, false, typeof(TVariant)));
        AddVariant(typeof(TVariant));
    }

    /// <summary>Registers a variant by the beginning of its tag (tags that carry a version); called from the constructor only.</summary>
    /// <typeparam name="TVariant">The variant.</typeparam>
    /// <param name="tagPrefix">The beginning of the tag.</param>
    protected void AddPrefix<TVariant>(string tagPrefix)
        where TVariant : TBase
    {
        _tags.Add((tagPrefix, true, typeof(TVariant)));
        AddVariant(typeof(TVariant));
    }

    /// <summary>Registers the variant of an object without a tag; called from the constructor only.</summary>
    /// <typeparam name="TVariant">The variant.</typeparam>
    protected void AddUntagged<TVariant>()
        where TVariant : TBase
    {
        _untagged = typeof(TVariant);
        AddVariant(typeof(TVariant));
    }

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
