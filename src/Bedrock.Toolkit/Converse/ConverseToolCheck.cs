namespace Bedrock.Toolkit.Converse;

/// <summary>The part of the request check that looks at the tools. Stateless and thread-safe.</summary>
internal static class ConverseToolCheck
{
    private const int MaxName = 64;

    /// <summary>The first fault, or null.</summary>
    public static string? FaultOf(ToolConfiguration? config)
    {
        if (config is null)
        {
            return null;
        }

        if (config.Tools is not { Count: > 0 } tools)
        {
            return "ToolConfig.Tools must not be empty: leave ToolConfig out when there are no tools.";
        }

        HashSet<string> names = new(StringComparer.Ordinal);
        bool isOpen = false;
        for (int i = 0; i < tools.Count; i++)
        {
            isOpen |= tools[i] is UnknownTool;
            if (FaultOf(tools[i], names) is { } fault)
            {
                return $"ToolConfig.Tools[{i}]{fault}";
            }
        }

        return config.ToolChoice switch
        {
            ToolChoiceTool { Tool: null } => "ToolConfig.ToolChoice.Tool must not be null.",
            ToolChoiceTool { Tool.Name: var name } when !isOpen && !names.Contains(name) => "ToolConfig.ToolChoice.Tool.Name must be that of one of the tools.",
            ToolChoiceAuto { Value: null } => "ToolConfig.ToolChoice.Value must not be null: ToolChoice.Auto makes it.",
            ToolChoiceAny { Value: null } => "ToolConfig.ToolChoice.Value must not be null: ToolChoice.Any makes it.",
            _ => null,
        };
    }

    /// <summary>The tools must be declared while the conversation has calls or results: the first fault, or null.</summary>
    public static string? FaultOfHistory(ConverseRequest request)
    {
        if (request.ToolConfig is not null)
        {
            return null;
        }

        for (int i = 0; i < request.Messages.Count; i++)
        {
            foreach (ContentBlock block in request.Messages[i].Content)
            {
                if (block is ToolUseContent or ToolResultBlockContent)
                {
                    return $"ToolConfig must not be null: Messages[{i}] has a call or a result of a tool, and Converse wants the tools declared then.";
                }
            }
        }

        return null;
    }

    /// <summary>Whether the service takes the id of a call.</summary>
    public static bool IsId(string? id) =>
        id is { Length: > 0 and <= MaxName } && id.All(static c => char.IsAsciiLetterOrDigit(c) || c is '_' or '-' or '.' or ':');

    /// <summary>Whether the service takes a tool's name.</summary>
    public static bool IsName(string? name) =>
        name is { Length: > 0 and <= MaxName } && name.All(static c => char.IsAsciiLetterOrDigit(c) || c is '_' or '-');

    private static string? FaultOf(Tool? tool, HashSet<string> names) => tool switch
    {
        null => " must not be null.",
        SpecifiedTool { ToolSpec: null } => ".ToolSpec must not be null.",
        SpecifiedTool { ToolSpec: { } spec } => FaultOf(spec, names),
        BuiltInTool { SystemTool: null } => ".SystemTool must not be null.",
        BuiltInTool { SystemTool.Name: var name } => IsName(name) ? Add(names, name, ".SystemTool")
            : $".SystemTool.Name must have 1 to {MaxName} letters, digits, underscores and hyphens.",
        ToolCachePoint { CachePoint: null } => ".CachePoint must not be null.",
        _ => null,
    };

    private static string? FaultOf(ToolSpecification spec, HashSet<string> names) => spec switch
    {
        { Name: var name } when !IsName(name) => $".ToolSpec.Name must have 1 to {MaxName} letters, digits, underscores and hyphens.",
        { Description: { } description } when string.IsNullOrWhiteSpace(
            description) => ".ToolSpec.Description must not be blank: leave it out when there is none.",
        { InputSchema: null } => ".ToolSpec.InputSchema must not be null.",
        { InputSchema: JsonToolInputSchema { Json.ValueKind: not JsonValueKind.Object } } => ".ToolSpec.InputSchema must be a JSON object.",
        { InputSchema: JsonToolInputSchema { Json: var schema }, Name: var name } when !IsOfObject(schema) =>
            $".ToolSpec.InputSchema of the tool '{name}' must be of type object: the root of a tool's schema is one.",
        _ => Add(names, spec.Name, ".ToolSpec"),
    };

    /// <summary>Whether the root of a schema, which is a JSON object, is of an object; without a type it is.</summary>
    public static bool IsOfObject(JsonElement schema) =>
        !schema.TryGetProperty("type", out JsonElement type) || (type.ValueKind == JsonValueKind.String && type.ValueEquals("object"));

    private static string? Add(HashSet<string> names, string name, string member) =>
        names.Add(name) ? null : $"{member}.Name is that of an earlier tool: names must be different.";
}
