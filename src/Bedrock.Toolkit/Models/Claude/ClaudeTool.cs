using Bedrock.Toolkit.Converse;

namespace Bedrock.Toolkit.Models;

/// <summary>A tool that the model may call: a closed set, with <see cref="ClaudeUnknownTool"/> for what this version does not know.</summary>
/// <remarks>Source: https://docs.aws.amazon.com/bedrock/latest/userguide/model-parameters-anthropic-claude-messages-tool-use.html</remarks>
[JsonConverter(typeof(ClaudeToolConverter))]
public abstract partial class ClaudeToolDefinition : BedrockObject
{
    private protected ClaudeToolDefinition(string? type, string name)
    {
        Type = type;
        Name = name;
    }

    /// <summary>The kind of tool on the wire, with its version where the vendor defines the tool.</summary>
    /// <value>By class the newest documented version; settable for older and newer ones; omitted when null.</value>
    [JsonPropertyName("type"), JsonPropertyOrder(-3)]
    public string? Type { get; set; }

    /// <summary>The name by which the model calls the tool.</summary>
    /// <value>Yours for a custom tool, else fixed by the kind; must not be blank.</value>
    [JsonPropertyName("name"), JsonPropertyOrder(-2), AllowNull]
    public string Name { get; set => field = value ?? string.Empty; }

    /// <summary>A cache point behind this tool.</summary>
    /// <value>Omitted when null.</value>
    [JsonPropertyName("cache_control"), JsonPropertyOrder(100), JsonConverter(typeof(ClaudeObjectConverter<ClaudeCacheControl>))]
    public ClaudeCacheControl? CacheControl { get; set; }
}

/// <summary>A shell that your program provides. Needs a computer-use beta.</summary>
public sealed partial class ClaudeBashTool : ClaudeToolDefinition
{
    /// <summary>The shell, in version <c>bash_20250124</c>.</summary>
    public ClaudeBashTool()
        : base("bash_20250124", "bash")
    {
    }
}

/// <summary>Control of a screen, mouse and keyboard that your program provides.</summary>
/// <remarks>
/// Needs the beta of its version, such as <c>computer-use-2025-11-24</c>. Not on Opus 5 and later Opus models (seen in a public client).
/// </remarks>
public sealed partial class ClaudeComputerTool : ClaudeToolDefinition
{
    /// <summary>A screen of unknown size.</summary>
    public ClaudeComputerTool()
        : base("computer_20251124", "computer")
    {
    }

    /// <summary>A screen.</summary>
    /// <param name="displayWidth">Its width in pixels.</param>
    /// <param name="displayHeight">Its height in pixels.</param>
    public ClaudeComputerTool(int displayWidth, int displayHeight)
        : this()
    {
        DisplayWidth = displayWidth;
        DisplayHeight = displayHeight;
    }

    /// <summary>The width of the screen.</summary>
    /// <value>In pixels; required by the service; omitted when null.</value>
    [JsonPropertyName("display_width_px"), JsonConverter(typeof(CountConverter))]
    public int? DisplayWidth { get; set; }

    /// <summary>The height of the screen.</summary>
    /// <value>In pixels; required by the service; omitted when null.</value>
    [JsonPropertyName("display_height_px"), JsonConverter(typeof(CountConverter))]
    public int? DisplayHeight { get; set; }

    /// <summary>The number of the X11 display.</summary>
    /// <value>Omitted when null.</value>
    [JsonPropertyName("display_number"), JsonConverter(typeof(CountConverter))]
    public int? DisplayNumber { get; set; }

    /// <summary>Whether the model may ask for a part of the screen in full resolution.</summary>
    /// <value>False by default; from version 20251124; omitted when null.</value>
    [JsonPropertyName("enable_zoom")]
    public bool? EnableZoom { get; set; }
}

/// <summary>A tool of your own: the model asks, your program runs it.</summary>
public sealed partial class ClaudeTool : ClaudeToolDefinition
{
    /// <summary>A tool without a name.</summary>
    public ClaudeTool()
        : base(null, string.Empty)
    {
    }

    /// <summary>A tool.</summary>
    /// <param name="name">The name by which the model calls it.</param>
    /// <param name="description">What it does and when to use it; null for none.</param>
    /// <param name="inputSchema">The JSON schema of its input: an object.</param>
    public ClaudeTool(string name, string? description, JsonElement inputSchema)
        : base(null, name)
    {
        Description = description;
        InputSchema = inputSchema;
    }

    /// <summary>What the tool does and when to use it.</summary>
    /// <value>The more exact, the better the calls; omitted when null.</value>
    [JsonPropertyName("description"), JsonPropertyOrder(-1)]
    public string? Description { get; set; }

    /// <summary>The JSON schema of the tool's input.</summary>
    /// <value>A schema of type object; <c>{}</c> by default.</value>
    [JsonPropertyName("input_schema")]
    public JsonElement InputSchema { get; set => field = value.ValueKind == JsonValueKind.Undefined ? RawJson.EmptyObject : value; } = RawJson.EmptyObject;

    /// <summary>Whether the model's input always follows the schema.</summary>
    /// <value>False by default; Sonnet 4.5, Haiku 4.5, Opus 4.5, Sonnet 4.6 and Opus 4.6, refused by others; omitted when null.</value>
    [JsonPropertyName("strict")]
    public bool? Strict { get; set; }

    /// <summary>Whether the model only sees the tool after a tool search.</summary>
    /// <value>False by default; needs the beta <c>tool-search-tool-2025-10-19</c>; omitted when null.</value>
    [JsonPropertyName("defer_loading")]
    public bool? DeferLoading { get; set; }

    /// <summary>Examples of the input.</summary>
    /// <value>Objects that follow the schema; needs the beta <c>tool-examples-2025-10-29</c>; omitted when null.</value>
    [JsonPropertyName("input_examples"), JsonConverter(typeof(ClaudeListConverter<JsonElement>))]
    public IList<JsonElement>? InputExamples { get; set; }

    /// <summary>Who may call the tool; unconfirmed on Bedrock.</summary>
    /// <value>The model itself by default; omitted when null.</value>
    [JsonPropertyName("allowed_callers"), JsonConverter(typeof(ClaudeListConverter<string>))]
    public IList<string>? AllowedCallers { get; set; }

    /// <summary>A tool whose input is a type.</summary>
    /// <typeparam name="T">The input. <see cref="DescriptionAttribute"/> on its members goes into the schema.</typeparam>
    /// <param name="name">The name by which the model calls it.</param>
    /// <param name="description">What it does and when to use it; null for none.</param>
    /// <param name="inputTypeInfo">The type's metadata, from your own JSON context.</param>
    /// <returns>The tool.</returns>
    public static ClaudeTool Create<T>(string name, string? description, JsonTypeInfo<T> inputTypeInfo) =>
        new(name, description, JsonSchemas.Of(inputTypeInfo));

    /// <summary>A tool whose input is a type found by reflection.</summary>
    /// <typeparam name="T">The input. <see cref="DescriptionAttribute"/> on its members goes into the schema.</typeparam>
    /// <param name="name">The name by which the model calls it.</param>
    /// <param name="description">What it does and when to use it; null for none.</param>
    /// <returns>The tool.</returns>
    [RequiresUnreferencedCode(ReflectionJson.Trimming)]
    [RequiresDynamicCode(ReflectionJson.Compiling)]
    public static ClaudeTool Create<T>(string name, string? description) => Create(name, description, ReflectionJson.TypeInfo<T>());
}

/// <summary>Files that outlive a conversation, kept by your program. Needs the beta <c>context-management-2025-06-27</c>.</summary>
public sealed partial class ClaudeMemoryTool : ClaudeToolDefinition
{
    /// <summary>The memory, in version <c>memory_20250818</c>.</summary>
    public ClaudeMemoryTool()
        : base("memory_20250818", "memory")
    {
    }
}

/// <summary>An editor for text files that your program provides.</summary>
/// <remarks>Versions before <c>text_editor_20250728</c> need a computer-use beta; the first one has the name <c>str_replace_editor</c>.</remarks>
public sealed partial class ClaudeTextEditorTool : ClaudeToolDefinition
{
    /// <summary>The editor, in version <c>text_editor_20250728</c>.</summary>
    public ClaudeTextEditorTool()
        : base("text_editor_20250728", "str_replace_based_edit_tool")
    {
    }

    /// <summary>How much of a file the model sees at once.</summary>
    /// <value>In characters; from version 20250728; omitted when null.</value>
    [JsonPropertyName("max_characters"), JsonConverter(typeof(CountConverter))]
    public int? MaxCharacters { get; set; }
}

/// <summary>The service's search, by regular expression, for tools with deferred loading.</summary>
/// <remarks>Needs the beta <c>tool-search-tool-2025-10-19</c>. The vendor writes <c>tool_search_tool_regex_20251119</c>: set
/// <see cref="ClaudeToolDefinition.Type"/> for that.</remarks>
public sealed partial class ClaudeToolSearchTool : ClaudeToolDefinition
{
    /// <summary>The search, with the type that AWS documents.</summary>
    public ClaudeToolSearchTool()
        : base("tool_search_tool_regex", "tool_search_tool_regex")
    {
    }
}

/// <summary>A tool of a kind that this version does not know; it is written back exactly as it was read.</summary>
/// <remarks>Only <see cref="Raw"/> is written: other members set on this object are not.</remarks>
public sealed partial class ClaudeUnknownTool : ClaudeToolDefinition, IRawVariant
{
    /// <summary>A tool as raw JSON.</summary>
    /// <param name="raw">The whole JSON value.</param>
    public ClaudeUnknownTool(JsonElement raw)
        : base(raw.TextOf("type"), raw.TextOf("name")) => Raw = raw;

    /// <summary>The whole tool.</summary>
    /// <value>Any JSON value.</value>
    public JsonElement Raw { get; }
}

/// <summary>Reads and writes <see cref="ClaudeToolDefinition"/> by its <c>type</c>; without one it is a custom tool.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class ClaudeToolConverter() : TaggedUnionConverter<ClaudeToolDefinition>(
    ClaudeJsonContext.Default, static raw => new ClaudeUnknownTool(raw), "type",
    CaseOfNone<ClaudeTool>(),
    Case<ClaudeTool>("custom"),
    CaseOfPrefix<ClaudeComputerTool>("computer_"),
    CaseOfPrefix<ClaudeBashTool>("bash_"),
    CaseOfPrefix<ClaudeTextEditorTool>("text_editor_"),
    CaseOfPrefix<ClaudeMemoryTool>("memory_"),
    CaseOfPrefix<ClaudeToolSearchTool>("tool_search_tool_regex"));
