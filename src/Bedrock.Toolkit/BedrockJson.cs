using System.Text.Encodings.Web;
using Bedrock.Toolkit.AsyncInvoke;
using Bedrock.Toolkit.CountTokens;
using Bedrock.Toolkit.Guardrails;

namespace Bedrock.Toolkit;

/// <summary>Reads and writes every wire type of the library as JSON: to save a conversation and load it again without loss.</summary>
/// <remarks>Works with trimming and native AOT: only generated metadata is used. The bytes are those that go over the wire, but for
/// <see cref="Models.MistralChatModels"/>, which get the same members with the tools in front of the limits.</remarks>
public static class BedrockJson
{
    // The only place that names all families, one line each: an app that does not use this class keeps only the families it calls.
    private static readonly IJsonTypeInfoResolver[] Families =
    [
        Models.ChatCompletionJsonContext.Default,
        Models.ClaudeJsonContext.Default,
        Models.DeepSeekJsonContext.Default,
        Models.ImportedJsonContext.Default,
        Models.LlamaJsonContext.Default,
        Models.MistralJsonContext.Default,
        Models.ClaudeTextJsonContext.Default,
        Models.CommandJsonContext.Default,
        Models.CommandRJsonContext.Default,
        Models.JurassicJsonContext.Default,
        Models.NovaJsonContext.Default,
        Models.PegasusJsonContext.Default,
        Models.TitanJsonContext.Default,
        Models.AmazonImageJsonContext.Default,
        Models.StabilityJsonContext.Default,
        Models.NovaReelJsonContext.Default,
        Models.LumaJsonContext.Default,
        Guardrails.GuardrailJsonContext.Default,
        AsyncInvoke.AsyncInvokeJsonContext.Default,
        Converse.ConverseJson.Resolver,
        Models.CohereEmbedJsonContext.Default,
        Models.NovaEmbedJsonContext.Default,
        Models.MarengoJsonContext.Default,
        Models.CohereRerankJsonContext.Default,
        Models.AmazonRerankJsonContext.Default,
        CountTokens.CountTokensJsonContext.Default,
    ];

    /// <summary>The settings and the metadata of all families, for hosts that need a <see cref="JsonSerializerOptions"/>. Read-only.</summary>
    public static JsonSerializerOptions Options { get; } = CreateOptions();

    /// <summary>The metadata of a wire type.</summary>
    /// <typeparam name="T">A request, response, message, block or event of the library.</typeparam>
    /// <returns>The metadata.</returns>
    /// <exception cref="NotSupportedException">The type is not one of the library's wire types.</exception>
    public static JsonTypeInfo<T> TypeInfo<T>() => (JsonTypeInfo<T>)Options.GetTypeInfo(typeof(T));

    /// <summary>Writes a wire type.</summary>
    /// <typeparam name="T">A request, response, message, block or event of the library.</typeparam>
    /// <param name="value">The object.</param>
    /// <returns>JSON without white space, members in declared order, members that are null left out.</returns>
    /// <exception cref="NotSupportedException">The type is not one of the library's wire types.</exception>
    /// <exception cref="JsonException">The object holds null where its type does not allow it.</exception>
    public static string Serialize<T>(T value)
    {
        using var buffer = new PooledBuffer();
        try
        {
            JsonBody.Write(buffer, value, TypeInfo<T>());
        }
        catch (JsonException e)
        {
            throw NestedJson.WithWholePath(e);
        }

        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }

    /// <summary>Reads a wire type.</summary>
    /// <typeparam name="T">A request, response, message, block or event of the library.</typeparam>
    /// <param name="json">One JSON value.</param>
    /// <returns>The object.</returns>
    /// <exception cref="NotSupportedException">The type is not one of the library's wire types.</exception>
    /// <exception cref="JsonException">The text is not JSON, is the JSON null, or does not fit the type.</exception>
    public static T Deserialize<T>(string json)
    {
        ArgumentNullException.ThrowIfNull(json);
        try
        {
            return JsonSerializer.Deserialize(json, TypeInfo<T>()) ?? throw NullValue<T>();
        }
        catch (JsonException e)
        {
            throw NestedJson.WithWholePath(e);
        }
    }

    /// <summary>Reads a wire type.</summary>
    /// <typeparam name="T">A request, response, message, block or event of the library.</typeparam>
    /// <param name="utf8Json">One JSON value in UTF-8.</param>
    /// <returns>The object.</returns>
    /// <exception cref="NotSupportedException">The type is not one of the library's wire types.</exception>
    /// <exception cref="JsonException">The text is not JSON, is the JSON null, or does not fit the type.</exception>
    public static T Deserialize<T>(ReadOnlySpan<byte> utf8Json)
    {
        try
        {
            return JsonSerializer.Deserialize(utf8Json, TypeInfo<T>()) ?? throw NullValue<T>();
        }
        catch (JsonException e)
        {
            throw NestedJson.WithWholePath(e);
        }
    }

    private static JsonException NullValue<T>() => new($"The JSON is null, which is no {typeof(T).Name}.");

    private static JsonSerializerOptions CreateOptions()
    {
        // A combined resolver takes these from the outer options only, so the settings of the families' contexts are repeated here.
        var options = new JsonSerializerOptions
        {
            DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
            RespectNullableAnnotations = true,
            MaxDepth = RawJson.MaxDepth,
            Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
            TypeInfoResolver = JsonTypeInfoResolver.Combine(Families),
        };
        options.MakeReadOnly();
        return options;
    }
}
