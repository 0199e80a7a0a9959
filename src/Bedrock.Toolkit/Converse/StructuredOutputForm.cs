using System.Text.Json.Nodes;

namespace Bedrock.Toolkit.Converse;

/// <summary>The form of a typed answer: its schema, and how it gets into a request and out of an answer. Thread-safe.</summary>
/// <remarks>A service takes only objects: any other type travels as the one member of an object.</remarks>
internal sealed class StructuredOutputForm<T>
{
    private const string Wrapper = "value";

    private readonly JsonTypeInfo<T> _typeInfo;
    private readonly Lazy<JsonTypeInfo<T>> _lenient;
    private readonly bool _isWrapped;

    public StructuredOutputForm(JsonTypeInfo<T> typeInfo)
    {
        _typeInfo = typeInfo;
        _lenient = new Lazy<JsonTypeInfo<T>>(() => Lenient(typeInfo));
        JsonNode schema = JsonSchemas.OfAnswer(typeInfo);
        _isWrapped = !(schema is JsonObject node && node["type"] is JsonValue type && type.GetValueKind() == JsonValueKind.String
            && type.GetValue<string>() == "object");
        Schema = JsonSchemas.ToElement(_isWrapped ? Wrap(schema) : schema);
    }

    public JsonElement Schema { get; }

    /// <summary>The request with the form; the one given stays as it is.</summary>
    public ConverseRequest Apply(ConverseRequest request, StructuredOutputMode mode, StructuredOutputOptions options, Models.ModelRules rules)
    {
        if (mode != StructuredOutputMode.Prompt || rules.TakesSystem || !rules.IsKnown || request.Messages is not [.., { } last])
        {
            return options.Apply(request, mode == StructuredOutputMode.NativeFormat ? rules.FitSchema(Schema, out _) : Schema, mode);
        }

        // Without a system prompt the user says it.
        ConverseRequest copy = request.ShallowCopy();
        Message asking = last.Clone();
        asking.Content = [.. asking.Content, StructuredOutputOptions.Ask(Schema)];
        copy.Messages = [.. request.Messages.SkipLast(1), asking];
        return copy;
    }

    /// <summary>Takes the typed answer out of a raw one.</summary>
    /// <exception cref="BedrockStructuredOutputException">The answer does not fit.</exception>
    public T Read(ConverseResponse response, StructuredOutputMode mode, string name)
    {
        bool isTool = mode is StructuredOutputMode.ForcedTool or StructuredOutputMode.OfferedTool;
        ToolUseBlock? call = isTool ? response.ToolCalls.FirstOrDefault(c => c.Name == name) : null;
        string text = call is not null ? call.Input.GetRawText() : response.Text;
        if (call is null && isTool && !LooksLikeJson(text))
        {
            throw Unfit(response, text, "the model did not call the tool", null);
        }

        try
        {
            JsonElement json = Serialization.RawJson.Parse(Serialization.LoneSurrogates.MendJson(WithoutFence(text)));
            if (_isWrapped)
            {
                json = json.ValueKind == JsonValueKind.Object && json.TryGetProperty(Wrapper, out JsonElement inner)
                    ? inner
                    : throw new JsonException("The member is missing.", $"$.{Wrapper}", null, null);
            }

            T? value = json.Deserialize(_typeInfo);
            return value is null && default(T) is null && _typeInfo.Kind == JsonTypeInfoKind.Object
                ? throw new JsonException("The answer is the JSON null.", "$", null, null)
                : value!;
        }
        catch (JsonException e)
        {
            throw Unfit(response, text, $"it cannot be read as {typeof(T).Name} (at {e.Path ?? "$"})", e.Path ?? "$");
        }
    }

    /// <summary>Reads what has come of an answer, as a whole document.</summary>
    /// <returns>False when it does not fit the type yet.</returns>
    public bool TryReadPart(string json, [MaybeNullWhen(false)] out T value)
    {
        value = default;
        try
        {
            JsonElement part = Serialization.RawJson.Parse(Serialization.LoneSurrogates.MendJson(json));
            if (_isWrapped && (part.ValueKind != JsonValueKind.Object || !part.TryGetProperty(Wrapper, out part)))
            {
                return false;
            }

            value = part.Deserialize(_lenient.Value);
            return value is not null;
        }
#pragma warning disable CA1031 // What a type, or a converter of it, refuses of a part, it may take of the whole.
        catch (Exception)
#pragma warning restore CA1031
        {
            return false;
        }
    }

    // The caller's metadata, but for what only a whole answer can keep.
    private static JsonTypeInfo<T> Lenient(JsonTypeInfo<T> typeInfo)
    {
        if (typeInfo.Options.TypeInfoResolver is not { } resolver)
        {
            return typeInfo;
        }

        var options = new JsonSerializerOptions(typeInfo.Options)
        {
            RespectNullableAnnotations = false,
            RespectRequiredConstructorParameters = false,
            TypeInfoResolver = resolver.WithAddedModifier(static info =>
            {
                foreach (JsonPropertyInfo property in info.Properties)
                {
                    property.IsRequired = false;
                }
            }),
        };
        return options.GetTypeInfo(typeof(T)) as JsonTypeInfo<T> ?? typeInfo;
    }

    private static JsonObject Wrap(JsonNode schema) => new JsonObject
    {
        ["type"] = "object",
        ["properties"] = new JsonObject { [Wrapper] = Redirected(schema) },
        ["required"] = new JsonArray(Wrapper),
        ["additionalProperties"] = false,
    };

    // A reference within the schema begins at its root, which is one step further down now.
    private static JsonNode Redirected(JsonNode schema)
    {
        JsonNode copy = schema.DeepClone();
        Redirect(copy);
        return copy;
    }

    private static void Redirect(JsonNode? node)
    {
        switch (node)
        {
            case JsonObject members:
                foreach ((string name, JsonNode? value) in members.ToList())
                {
                    if (name == "$ref" && value is JsonValue text && text.TryGetValue(out string? reference) && reference.StartsWith('#'))
                    {
                        members[name] = $"#/properties/{Wrapper}{reference[1..]}";
                    }
                    else
                    {
                        Redirect(value);
                    }
                }

                break;
            case JsonArray elements:
                foreach (JsonNode? element in elements)
                {
                    Redirect(element);
                }

                break;
        }
    }

    private static bool LooksLikeJson(string text) => WithoutFence(text).StartsWith('{');

    // Some models put JSON into a code block, whatever they were told.
    private static string WithoutFence(string text)
    {
        string trimmed = text.Trim();
        if (!trimmed.StartsWith("```", StringComparison.Ordinal) || !trimmed.EndsWith("```", StringComparison.Ordinal))
        {
            return trimmed;
        }

        int line = trimmed.IndexOf('\n', StringComparison.Ordinal);
        return line < 0 ? trimmed : trimmed[line..^3].Trim();
    }

    private static BedrockStructuredOutputException Unfit(ConverseResponse response, string text, string what, string? path) =>
        new(
            $"The answer does not have the form that was asked for: {what}. Its stop reason is {response.StopReason?.ToString() ?? "unknown"}; "
                + "ReplyText has its text.",
            response,
            text)
        {
            RequestId = response.Metadata?.RequestId,
            Attempts = response.Metadata?.Attempts ?? 0,
            JsonPath = path,
        };
}
