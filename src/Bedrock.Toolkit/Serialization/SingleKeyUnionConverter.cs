namespace Bedrock.Toolkit.Serialization;

/// <summary>A union whose variants are told apart by which key is present; every variant has one member of that name. Thread-safe.</summary>
/// <remarks>Other members beside the key belong to the variant, which keeps those it does not know.</remarks>
/// <typeparam name="TBase">The union's abstract base class.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public abstract class SingleKeyUnionConverter<TBase> : UnionConverter<TBase>
    where TBase : class
{
    private readonly List<(string Key, Type Variant)> _keys = [];

    private protected SingleKeyUnionConverter(
        JsonSerializerContext context, Func<JsonElement, TBase> createUnknown, params ReadOnlySpan<(string Key, Type Variant)> cases)
        : base(context, createUnknown)
    {
        foreach ((string key, Type variant) in cases)
        {
            _keys.Add((key, variant));
            AddVariant(variant);
        }
    }

    /// <summary>A variant by the member that only it has.</summary>
    private protected static (string Key, Type Variant) Case<TVariant>(string key)
        where TVariant : TBase => (key, typeof(TVariant));

    private protected sealed override Type? Find(Utf8JsonReader copy)
    {
        while (copy.Read() && copy.TokenType == JsonTokenType.PropertyName)
        {
            foreach ((string key, Type variant) in _keys)
            {
                if (copy.ValueTextEquals(key) && !IsNull(copy))
                {
                    return variant;
                }
            }

            copy.Read();
            copy.Skip();
        }

        return null;
    }

    // A null member counts as absent: `{"text":null,"image":{…}}` is an image.
    private static bool IsNull(Utf8JsonReader copy) => copy.Read() && copy.TokenType == JsonTokenType.Null;
}
