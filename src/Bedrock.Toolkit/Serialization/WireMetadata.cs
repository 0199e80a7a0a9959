namespace Bedrock.Toolkit.Serialization;

/// <summary>Makes the metadata that the generated parts of the contexts ask for.</summary>
internal static class WireMetadata
{
    public static JsonTypeInfo Object<T>(JsonSerializerOptions options, Func<T>? create, Action<JsonSerializerOptions, List<JsonPropertyInfo>> addMembers)
        where T : notnull =>
        OfHost<T>(options) ?? JsonMetadataServices.CreateObjectInfo(options, new JsonObjectInfoValues<T>
        {
            ObjectCreator = create,
            PropertyMetadataInitializer = _ =>
            {
                List<JsonPropertyInfo> members = [];
                addMembers(options, members);
                return [.. members];
            },
        });

    public static JsonTypeInfo Value<T>(JsonSerializerOptions options, JsonConverter<T> converter) =>
        OfHost<T>(options) ?? JsonMetadataServices.CreateValueInfo<T>(options, converter);

    public static JsonTypeInfo Nullable<T>(JsonSerializerOptions options)
        where T : struct =>
        OfHost<T?>(options) ?? JsonMetadataServices.CreateValueInfo<T?>(options, JsonMetadataServices.GetNullableConverter<T>(options));

    public static JsonTypeInfo List<T>(JsonSerializerOptions options) =>
        OfHost<IList<T>>(options) ?? JsonMetadataServices.CreateIListInfo<IList<T>, T>(options, new JsonCollectionInfoValues<IList<T>>());

    public static JsonTypeInfo Dictionary<T>(JsonSerializerOptions options) =>
        OfHost<IDictionary<string, T>>(options) ?? JsonMetadataServices.CreateIDictionaryInfo<IDictionary<string, T>, string, T>(
            options, new JsonCollectionInfoValues<IDictionary<string, T>> { ObjectCreator = static () => new Dictionary<string, T>() });

    public static JsonTypeInfo Memory<T>(JsonSerializerOptions options) =>
        OfHost<ReadOnlyMemory<T>>(options) ?? JsonMetadataServices.CreateReadOnlyMemoryInfo<T>(options, new JsonCollectionInfoValues<ReadOnlyMemory<T>>());

    public static JsonPropertyInfo Member<T>(
        JsonSerializerOptions options,
        Type declaringType,
        string name,
        string jsonName,
        Func<object, T?> get,
        Action<object, T?>? set,
        JsonConverter<T>? converter = null,
        JsonIgnoreCondition? ignore = null,
        JsonNumberHandling? numbers = null,
        bool isExtension = false,
        bool isRequired = false,
        bool getsNull = true,
        bool setsNull = true,
        int order = 0)
    {
        JsonPropertyInfo member = JsonMetadataServices.CreatePropertyInfo(options, new JsonPropertyInfoValues<T>
        {
            IsProperty = true,
            IsPublic = true,
            DeclaringType = declaringType,
            PropertyName = name,
            JsonPropertyName = isExtension ? null : jsonName,
            Getter = get,
            Setter = set,
            Converter = converter,
            IgnoreCondition = ignore,
            NumberHandling = numbers,
            IsExtensionData = isExtension,
        });
        if (isRequired)
        {
            member.IsRequired = true;
        }

        if (!getsNull)
        {
            member.IsGetNullable = false;
        }

        if (!setsNull)
        {
            member.IsSetNullable = false;
        }

        if (order != 0)
        {
            member.Order = order;
        }

        return member;
    }

    /// <summary>The text of an open value.</summary>
    public static string? Text<T>(T? value)
        where T : struct, IOpenValue<T> =>
        value is { } open ? Text(open) : null;

    public static string Text<T>(T value)
        where T : struct, IOpenValue<T> =>
        value.Value ?? throw OpenTextConverter.Unset(typeof(T));

    /// <summary>A converter of values that also reads and writes null.</summary>
    public static JsonConverter<T?> OfNullable<T>(JsonSerializerOptions options, JsonConverter<T> converter)
        where T : struct =>
        JsonMetadataServices.GetNullableConverter((JsonTypeInfo<T>)JsonMetadataServices.CreateValueInfo<T>(options, converter));

    // A host's own options may bring converters that go before ours.
    private static JsonTypeInfo<T>? OfHost<T>(JsonSerializerOptions options)
    {
        foreach (JsonConverter candidate in options.Converters)
        {
            if (candidate.CanConvert(typeof(T)))
            {
                JsonConverter converter = candidate is JsonConverterFactory factory
                    ? factory.CreateConverter(typeof(T), options)
                        ?? throw new InvalidOperationException($"{factory.GetType()} made no converter of {typeof(T)}.")
                    : candidate;
                return JsonMetadataServices.CreateValueInfo<T>(options, converter);
            }
        }

        return null;
    }
}
