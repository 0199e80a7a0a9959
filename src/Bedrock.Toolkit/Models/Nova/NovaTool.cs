using Bedrock.Toolkit.Converse;

namespace Bedrock.Toolkit.Models;

/// <summary>A tool that the model may call: a closed set, with <see cref="NovaUnknownTool"/> for what this version does not know.</summary>
[JsonConverter(typeof(NovaToolConverter))]
public abstract partial class NovaToolDefinition : BedrockObject
{
    private protected NovaToolDefinition() { }
}

/// <summary>A tool of your own: the model asks, your program runs it.</summary>
public sealed partial class NovaTool : NovaToolDefinition
{
    /// <summary>A tool without a description.</summary>
    public NovaTool() { }

    /// <summary>A tool.</summary>
    /// <param name="name">The name by which the model calls it.</param>
    /// <param name="description">What it does and when to use it; null for none.</param>
    /// <param name="inputSchema">The JSON schema of its input: an object.</param>
    public NovaTool(string name, string? description, JsonElement inputSchema) =>
        ToolSpec = new NovaToolSpec { Name = name, Description = description, InputSchema = new NovaInputSchema { Json = inputSchema } };

    /// <summary>The description.</summary>
    /// <value>Null only in an object that is not filled yet.</value>
    [JsonPropertyName("toolSpec"), JsonConverter(typeof(NovaObjectConverter<NovaToolSpec>))]
    public NovaToolSpec? ToolSpec { get; set; }

    /// <summary>A tool whose input is a type.</summary>
    /// <typeparam name="T">The input. <see cref="DescriptionAttribute"/> on its members goes into the schema.</typeparam>
    /// <param name="name">The name by which the model calls it.</param>
    /// <param name="description">What it does and when to use it; null for none.</param>
    /// <param name="inputTypeInfo">The type's metadata, from your own JSON context.</param>
    /// <returns>The tool.</returns>
    public static NovaTool Create<T>(string name, string? description, JsonTypeInfo<T> inputTypeInfo) =>
        new(name, description, JsonSchemas.Of(inputTypeInfo));

    /// <summary>A tool whose input is a type found by reflection.</summary>
    /// <typeparam name="T">The input. <see cref="DescriptionAttribute"/> on its members goes into the schema.</typeparam>
    /// <param name="name">The name by which the model calls it.</param>
    /// <param name="description">What it does and when to use it; null for none.</param>
    /// <returns>The tool.</returns>
    [RequiresUnreferencedCode(ReflectionJson.Trimming)]
    [RequiresDynamicCode(ReflectionJson.Compiling)]
    public static NovaTool Create<T>(string name, string? description) => Create(name, description, ReflectionJson.TypeInfo<T>());
}

/// <summary>A built-in tool of Nova 2, which the service runs; documented for Converse, unconfirmed for InvokeModel.</summary>
/// <remarks>Source: https://docs.aws.amazon.com/nova/latest/nova2-userguide/using-tools.html</remarks>
public sealed partial class NovaSystemTool : NovaToolDefinition
{
    /// <summary>A tool without a name.</summary>
    public NovaSystemTool() { }

    /// <summary>A built-in tool.</summary>
    /// <param name="name">Such as <c>nova_grounding</c>.</param>
    public NovaSystemTool(string name) => SystemTool = new NovaSystemToolSpec { Name = name };

    /// <summary>The description.</summary>
    /// <value>Null only in an object that is not filled yet.</value>
    [JsonPropertyName("systemTool"), JsonConverter(typeof(NovaObjectConverter<NovaSystemToolSpec>))]
    public NovaSystemToolSpec? SystemTool { get; set; }

    /// <summary>Grounding in what the web says: <c>nova_grounding</c>.</summary>
    /// <returns>The tool.</returns>
    public static NovaSystemTool Grounding() => new("nova_grounding");

    /// <summary>Running code: <c>nova_code_interpreter</c>.</summary>
    /// <returns>The tool.</returns>
    public static NovaSystemTool CodeInterpreter() => new("nova_code_interpreter");
}

/// <summary>A cache point behind the tools; AWS says that the Nova models take none there.</summary>
public sealed partial class NovaToolCachePoint : NovaToolDefinition
{
    /// <summary>The point.</summary>
    /// <value>Null only in an object that is not filled yet.</value>
    [JsonPropertyName("cachePoint"), JsonConverter(typeof(NovaObjectConverter<NovaCachePoint>))]
    public NovaCachePoint? CachePoint { get; set; }
}

/// <summary>A tool of a kind that this version does not know; it is written back exactly as it was read.</summary>
public sealed partial class NovaUnknownTool : NovaToolDefinition, IRawVariant;

/// <summary>Reads and writes <see cref="NovaToolDefinition"/> by the member that only one variant has.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class NovaToolConverter() : SingleKeyUnionConverter<NovaToolDefinition>(
    NovaJsonContext.Default, static raw => new NovaUnknownTool(raw),
    Case<NovaTool>("toolSpec"),
    Case<NovaSystemTool>("systemTool"),
    Case<NovaToolCachePoint>("cachePoint"));

/// <summary>The description of a built-in tool.</summary>
public sealed partial class NovaSystemToolSpec : BedrockObject
{
    /// <summary>The tool.</summary>
    /// <value><c>nova_grounding</c> or <c>nova_code_interpreter</c>.</value>
    [JsonPropertyName("name"), AllowNull]
    public string Name { get; set => field = value ?? string.Empty; } = string.Empty;
}

/// <summary>The description of a tool of your own.</summary>
public sealed partial class NovaToolSpec : BedrockObject
{
    /// <summary>The name by which the model calls the tool.</summary>
    /// <value>1 to 64 characters.</value>
    [JsonPropertyName("name"), AllowNull]
    public string Name { get; set => field = value ?? string.Empty; } = string.Empty;

    /// <summary>What the tool does and when to use it.</summary>
    /// <value>The more exact, the better the calls; omitted when null.</value>
    [JsonPropertyName("description")]
    public string? Description { get; set; }

    /// <summary>The schema of its input.</summary>
    /// <value>Null only in what was read.</value>
    [JsonPropertyName("inputSchema"), JsonConverter(typeof(NovaObjectConverter<NovaInputSchema>))]
    public NovaInputSchema? InputSchema { get; set; }
}

/// <summary>The schema of a tool's input.</summary>
public sealed partial class NovaInputSchema : BedrockObject
{
    /// <summary>The JSON schema.</summary>
    /// <value>A schema of type object; <c>{}</c> by default.</value>
    [JsonPropertyName("json")]
    public JsonElement Json { get; set => field = value.ValueKind == JsonValueKind.Undefined ? RawJson.EmptyObject : value; } = RawJson.EmptyObject;
}

/// <summary>A point up to which the prompt is cached for five minutes.</summary>
/// <remarks>At most 4 in a request, in <c>system</c> and <c>messages</c>; about 1,000 tokens at least before one, 20,000 at most cached. Source:
/// https://docs.aws.amazon.com/bedrock/latest/userguide/prompt-caching.html</remarks>
public sealed partial class NovaCachePoint : BedrockObject
{
    /// <summary>A cache point of the default kind.</summary>
    [SetsRequiredMembers]
    public NovaCachePoint() => Type = NovaCachePointType.Default;

    /// <summary>The kind.</summary>
    /// <value><c>default</c>, the only documented one.</value>
    [JsonPropertyName("type")]
    public required NovaCachePointType Type { get; set; }
}
