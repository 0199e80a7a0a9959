using System.ComponentModel;
using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using Bedrock.Toolkit.Serialization;

namespace Bedrock.Toolkit.Converse;

/// <summary>A tool that the model may call, or a cache point behind the tools before it: a closed set, with <see cref="UnknownTool"/> for what this
/// version does not know.</summary>
/// <remarks>Source: https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_Tool.html</remarks>
[JsonConverter(typeof(ToolConverter))]
public abstract partial class Tool : BedrockObject
{
    private protected Tool() { }

    /// <summary>A tool of your own.</summary>
    /// <param name="toolSpec">What it is made from; null stays null.</param>
    [return: NotNullIfNotNull(nameof(toolSpec))]
    public static implicit operator Tool?(ToolSpecification? toolSpec) => toolSpec is null ? null : new SpecifiedTool(toolSpec);

    /// <summary>A tool that the service runs itself.</summary>
    /// <param name="systemTool">What it is made from; null stays null.</param>
    [return: NotNullIfNotNull(nameof(systemTool))]
    public static implicit operator Tool?(SystemTool? systemTool) => systemTool is null ? null : new BuiltInTool(systemTool);

    /// <summary>A cache point behind the tools before it.</summary>
    /// <param name="cachePoint">What it is made from; null stays null.</param>
    [return: NotNullIfNotNull(nameof(cachePoint))]
    public static implicit operator Tool?(CachePointBlock? cachePoint) => cachePoint is null ? null : new ToolCachePoint(cachePoint);

    /// <summary>A tool of your own with a JSON schema, which is sent whole and as it is.</summary>
    /// <param name="name">1 to 64 letters, digits, underscores and hyphens.</param>
    /// <param name="description">What it does and when to use it; none when null.</param>
    /// <param name="inputSchema">A JSON schema of type object.</param>
    /// <returns>The tool.</returns>
    public static Tool From(string name, string? description, JsonElement inputSchema) =>
        new SpecifiedTool(new ToolSpecification { Name = name, Description = description, InputSchema = new JsonToolInputSchema(inputSchema) });

    /// <summary>A tool of your own whose input is a type.</summary>
    /// <typeparam name="T">The input. <see cref="System.ComponentModel.DescriptionAttribute"/> on its members goes into the schema.</typeparam>
    /// <param name="name">1 to 64 letters, digits, underscores and hyphens.</param>
    /// <param name="description">What it does and when to use it; none when null.</param>
    /// <param name="inputTypeInfo">The type's metadata, from your own JSON context.</param>
    /// <returns>The tool.</returns>
    public static Tool From<T>(string name, string? description, JsonTypeInfo<T> inputTypeInfo) => From(name, description, JsonSchemas.Of(inputTypeInfo));

    /// <summary>A tool of your own whose input is a type found by reflection.</summary>
    /// <typeparam name="T">The input. <see cref="System.ComponentModel.DescriptionAttribute"/> on its members goes into the schema.</typeparam>
    /// <param name="name">1 to 64 letters, digits, underscores and hyphens.</param>
    /// <param name="description">What it does and when to use it; none when null.</param>
    /// <returns>The tool.</returns>
    [RequiresUnreferencedCode(ReflectionJson.Trimming)]
    [RequiresDynamicCode(ReflectionJson.Compiling)]
    public static Tool From<T>(string name, string? description) => From(name, description, ReflectionJson.TypeInfo<T>());
}

/// <summary>A tool that the service runs itself.</summary>
public sealed partial class BuiltInTool : Tool
{
    /// <summary>One without content.</summary>
    public BuiltInTool() { }

    /// <summary>A tool that the service runs itself.</summary>
    /// <param name="systemTool">The tool.</param>
    public BuiltInTool(SystemTool systemTool) => SystemTool = systemTool;

    /// <summary>The tool.</summary>
    /// <value>Omitted when null.</value>
    [JsonPropertyName("systemTool"), JsonConverter(typeof(ConverseObjectConverter<SystemTool>))]
    public SystemTool? SystemTool { get; set; }
}

/// <summary>A tool of your own: the model asks, your program runs it.</summary>
public sealed partial class SpecifiedTool : Tool
{
    /// <summary>One without content.</summary>
    public SpecifiedTool() { }

    /// <summary>A tool of your own: the model asks, your program runs it.</summary>
    /// <param name="toolSpec">The tool.</param>
    public SpecifiedTool(ToolSpecification toolSpec) => ToolSpec = toolSpec;

    /// <summary>The tool.</summary>
    /// <value>Omitted when null.</value>
    [JsonPropertyName("toolSpec"), JsonConverter(typeof(ConverseObjectConverter<ToolSpecification>))]
    public ToolSpecification? ToolSpec { get; set; }
}

/// <summary>A cache point in the list of tools: the tools before it are cached.</summary>
public sealed partial class ToolCachePoint : Tool
{
    /// <summary>One without content.</summary>
    public ToolCachePoint() { }

    /// <summary>A cache point in the list of tools: the tools before it are cached.</summary>
    /// <param name="cachePoint">The cache point.</param>
    public ToolCachePoint(CachePointBlock cachePoint) => CachePoint = cachePoint;

    /// <summary>The cache point.</summary>
    /// <value>Omitted when null.</value>
    [JsonPropertyName("cachePoint"), JsonConverter(typeof(ConverseObjectConverter<CachePointBlock>))]
    public CachePointBlock? CachePoint { get; set; }
}

/// <summary>A tool that the model may call, or a cache point behind the tools before it, of a kind that this version does not know; written back
/// exactly as it was read.</summary>
public sealed partial class UnknownTool : Tool, IRawVariant;

/// <summary>Reads and writes <see cref="Tool"/> by the one member that it has.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class ToolConverter() : SingleKeyUnionConverter<Tool>(
    ConverseJsonContext.Default, static raw => new UnknownTool(raw),
    Case<SpecifiedTool>("toolSpec"),
    Case<BuiltInTool>("systemTool"),
    Case<ToolCachePoint>("cachePoint"));

/// <summary>A tool that the service runs itself.</summary>
/// <remarks>Source: https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_SystemTool.html</remarks>
public sealed partial class SystemTool : BedrockObject
{
    /// <summary>The name.</summary>
    /// <value>1 to 64 letters, digits, underscores and hyphens, such as <c>nova_code_interpreter</c> or <c>nova_grounding</c>.</value>
    [JsonPropertyName("name"), JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    public required string Name { get; set; }
}

/// <summary>A tool of your own: its name, what it does, and the schema of its input.</summary>
/// <remarks>Source: https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_ToolSpecification.html</remarks>
public sealed partial class ToolSpecification : BedrockObject
{
    /// <summary>The name by which the model calls it.</summary>
    /// <value>1 to 64 letters, digits, underscores and hyphens.</value>
    [JsonPropertyName("name"), JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    public required string Name { get; set; }

    /// <summary>What it does and when to use it.</summary>
    /// <value>The more exact, the better the calls; not empty; omitted when null.</value>
    [JsonPropertyName("description")]
    public string? Description { get; set; }

    /// <summary>The schema of its input.</summary>
    /// <value>A JSON schema of type object.</value>
    [JsonPropertyName("inputSchema"), JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    public required ToolInputSchema InputSchema { get; set; }

    /// <summary>Whether the input always follows the schema.</summary>
    /// <value>By model when null; refused by models that cannot; omitted when null.</value>
    [JsonPropertyName("strict")]
    public bool? Strict { get; set; }
}

/// <summary>The schema of a tool's input: a closed set, with <see cref="UnknownToolInputSchema"/> for what this version does not know.</summary>
/// <remarks>Source: https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_ToolInputSchema.html</remarks>
[JsonConverter(typeof(ToolInputSchemaConverter))]
public abstract partial class ToolInputSchema : BedrockObject
{
    private protected ToolInputSchema() { }

    /// <summary>A JSON schema.</summary>
    /// <param name="json">The schema.</param>
    public static implicit operator ToolInputSchema(JsonElement json) => new JsonToolInputSchema(json);

    /// <summary>The schema of a type.</summary>
    /// <typeparam name="T">The input of the tool.</typeparam>
    /// <param name="inputTypeInfo">The type's metadata, from your own JSON context.</param>
    /// <returns>The schema.</returns>
    public static ToolInputSchema For<T>(JsonTypeInfo<T> inputTypeInfo) => new JsonToolInputSchema(JsonSchemas.Of(inputTypeInfo));

    /// <summary>The schema of a type, found by reflection.</summary>
    /// <typeparam name="T">The input of the tool.</typeparam>
    /// <returns>The schema.</returns>
    [RequiresUnreferencedCode(ReflectionJson.Trimming)]
    [RequiresDynamicCode(ReflectionJson.Compiling)]
    public static ToolInputSchema For<T>() => For(ReflectionJson.TypeInfo<T>());
}

/// <summary>A JSON schema.</summary>
public sealed partial class JsonToolInputSchema : ToolInputSchema
{
    /// <summary>One without content.</summary>
    public JsonToolInputSchema() { }

    /// <summary>A JSON schema.</summary>
    /// <param name="json">The schema.</param>
    public JsonToolInputSchema(JsonElement json) => Json = json;

    /// <summary>The schema.</summary>
    /// <value>An object; sent whole and as it is, <c>$defs</c> and <c>anyOf</c> included; <c>{}</c> by default.</value>
    [JsonPropertyName("json")]
    public JsonElement Json { get; set => field = value.ValueKind == JsonValueKind.Undefined ? RawJson.EmptyObject : value; } = RawJson.EmptyObject;
}

/// <summary>The schema of a tool's input, of a kind that this version does not know; written back exactly as it was read.</summary>
public sealed partial class UnknownToolInputSchema : ToolInputSchema, IRawVariant;

/// <summary>Reads and writes <see cref="ToolInputSchema"/> by the one member that it has.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class ToolInputSchemaConverter() : SingleKeyUnionConverter<ToolInputSchema>(
    ConverseJsonContext.Default, static raw => new UnknownToolInputSchema(raw),
    Case<JsonToolInputSchema>("json"));
