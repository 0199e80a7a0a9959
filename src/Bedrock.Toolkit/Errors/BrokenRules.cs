namespace Bedrock.Toolkit.Errors;

/// <summary>Rules that the service's words name, and what to change. Stateless and thread-safe.</summary>
/// <remarks>The words are those that users have published; pieces of a sentence, because the sentences move.</remarks>
internal static class BrokenRules
{
    private static readonly BrokenRule[] All =
    [
        new("tools of the history", "toolConfig field must be defined", "Declare in ToolConfig the tools that the conversation has calls of."),
        new("tool name", "pattern: [a-zA-Z0-9_-]+",
            "Names of tools have 1 to 64 letters, digits, underscores and hyphens; Messages.Add(reply) makes such names of what a model wrote."),
        new("call id", "pattern: [a-zA-Z0-9_.:-]+",
            "Ids of calls have 1 to 64 letters, digits, underscores, hyphens, dots and colons; Messages.Add(reply) makes such ids."),
        new("JSON object", "Provide a json object", "Inputs and JSON results of tools are objects: put a list or a plain value into a member of one."),
        new("tool schema", "inputSchema.json.type must be", "The schema of a tool is one of type object."),
        new("cache point place", "inserted after reasoning block", "Put the cache point before the reasoning, or behind a text or call."),
        new("cache point count", "blocks with cache_control may be provided", "A request has at most four cache points."),
        new("prompt caching", "did not allow prompt caching", "Leave the cache points out: the model has no prompt cache that a request steers."),
        new("signed reasoning", "signature: Field required",
            "Send back only reasoning that has its signature; Messages.Add(reply, model) leaves out the rest."),
        new("reasoning of earlier turns", "cannot contain reasoning content", "Leave the reasoning of earlier turns out; Messages.Add(reply, model) does."),
        new("turns", "must alternate between user and assistant", "Put contents of one role into one message."),
        new("turns", "must start with a user message", "Begin the conversation with a message of the user."),
        new("tool results", "Expected toolResult blocks", "Answer every call in the next message; ToolResultBlock.Failed answers one that was not run."),
        new("tool results", "exceeds the number of toolUse blocks", "Answer only the calls of the message before."),
        new("forced tool while thinking", "when tool_choice forces tool use", "Use ToolChoice.Auto, or switch thinking off."),
        new("tool choice", "support the toolConfig.toolChoice", "Leave ToolChoice out: the model has no choice of that kind."),
        new("tools", "support tool use", "Leave ToolConfig out: the model takes no tools."),
        new("system prompt", "support system messages", "Put the system prompt into the first message."),
        new("sampling", "is deprecated for this model", "Leave Temperature, TopP and top_k out: the model takes none of them."),
        new("sampling", "cannot both be specified", "Set Temperature or TopP, not both."),
        new("blank text", "is blank. Add text", "Leave blank texts out; Messages.Add(reply) does for an answer."),
        new("schema words", "are not supported", "Leave ranges and lengths out of the schema; StructuredOutputMode.Auto puts them into descriptions."),
    ];

    // The other doors: OpenAI's and Anthropic's shapes.
    private static readonly BrokenRule[] Doors =
    [
        new("door", "model identifier is invalid", DoorAdvice),
        new("door", "does not support the '/", DoorAdvice),
        new("door", "isn't supported on this route", DoorAdvice),
        new("door", "doesn't exist or doesn't support this API", DoorAdvice),
        new("door", "UnknownOperationException", DoorAdvice),
    ];

    private const string DoorAdvice =
        "BedrockDoor.For(model) says which host, path and id the model answers at; BedrockDoorHandler takes them by itself.";

    /// <summary>The rule of doors that an error's message names; null when it names none.</summary>
    public static BrokenRule? FindDoor(string? message) =>
        message is null ? null : Array.Find(Doors, rule => message.Contains(rule.Words, StringComparison.OrdinalIgnoreCase));

    /// <summary>The rule that an error's message names; null when it names none that is known.</summary>
    public static BrokenRule? Find(string? message) =>
        message is null ? null : Array.Find(All, rule => message.Contains(rule.Words, StringComparison.OrdinalIgnoreCase));
}

/// <summary>A rule of the service. Immutable.</summary>
/// <param name="Name">What it is about.</param>
/// <param name="Words">A piece of the service's words.</param>
/// <param name="Change">What to change.</param>
internal sealed record BrokenRule(string Name, string Words, string Change);
