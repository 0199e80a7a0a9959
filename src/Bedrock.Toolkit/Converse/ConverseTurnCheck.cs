using Bedrock.Toolkit.Models;

namespace Bedrock.Toolkit.Converse;

/// <summary>The part of the request check that looks at how the turns of a conversation follow each other. Stateless and thread-safe.</summary>
internal static class ConverseTurnCheck
{
    private static readonly List<string> NoCalls = [];

    /// <summary>The first fault, or null.</summary>
    public static string? FaultOf(IList<Message> messages, ModelRules rules)
    {
        List<string> open = NoCalls;
        for (int i = 0; i < messages.Count; i++)
        {
            Message message = messages[i];
            string? fault = FaultOfOrder(messages, i, rules)
                ?? FaultOfResults(message, open, rules)
                ?? FaultOfReasoning(message, rules);
            if (fault is not null)
            {
                return $"Messages[{i}]{fault}";
            }

            if (open.Count > 0)
            {
                return $"Messages[{i}].Content must hold the result of every call of the message before it; {open.Count} are missing (ToolResultBlock.For, "
                    + "or Failed for a call that was not run).";
            }

            open = message.Role == ConversationRole.Assistant ? CallsOf(message) : NoCalls;
        }

        return open.Count == 0 ? null
            : $"Messages[{messages.Count - 1}].Content has calls of tools that nothing answers: a message of the user with their results must follow.";
    }

    private static string? FaultOfOrder(IList<Message> messages, int index, ModelRules rules)
    {
        ConversationRole role = messages[index].Role;
        if (index == 0)
        {
            return role == ConversationRole.Assistant && rules.BeginsWithUser ? ".Role must be 'user': a conversation begins with the user." : null;
        }

        return rules.RolesAlternate && role == messages[index - 1].Role && role != ConversationRole.System
            ? $".Role is '{role}' like that of the message before it: roles take turns, so put the contents into one message."
            : null;
    }

    private static List<string> CallsOf(Message message)
    {
        List<string>? calls = null;
        foreach (ContentBlock block in message.Content)
        {
            if (block is ToolUseContent { ToolUse: { } use } && use.Type != ToolUseType.ServerToolUse)
            {
                (calls ??= []).Add(use.ToolUseId);
            }
        }

        return calls ?? NoCalls;
    }

    private static string? FaultOfResults(Message message, List<string> open, ModelRules rules)
    {
        bool sawOther = false;
        bool isUser = message.Role != ConversationRole.Assistant;
        for (int i = 0; i < message.Content.Count; i++)
        {
            if (!isUser || message.Content[i] is not ToolResultBlockContent { ToolResult: { } result })
            {
                sawOther |= message.Content[i] is not CachePointContent;
                continue;
            }

            if (!open.Remove(result.ToolUseId))
            {
                return $".Content[{i}].ToolResult.ToolUseId is that of no open call in the message before it.";
            }

            if (sawOther && rules.ToolResultsComeFirst)
            {
                return $".Content[{i}].ToolResult must stand before the other contents: {rules.Line} takes the results of tools first.";
            }

            if (FaultOfMedia(result, rules) is { } fault)
            {
                return $".Content[{i}].ToolResult{fault}";
            }
        }

        return null;
    }

    private static string? FaultOfMedia(ToolResultBlock result, ModelRules rules)
    {
        for (int i = 0; i < result.Content.Count; i++)
        {
            if (MediaOf(result.Content[i]) is var media and not ModelModalities.None && !Takes(rules, media))
            {
                return $".Content[{i}] must not be of kind {media}: {rules.Line} takes none in the result of a tool.";
            }
        }

        return null;
    }

    /// <summary>Whether the result of a tool may hold such media, as far as is known.</summary>
    public static bool Takes(ModelRules rules, ModelModalities media) => rules.ToolResultMedia is not { } taken || (taken & media) != 0;

    public static ModelModalities MediaOf(ToolResultContentBlock block) => block switch
    {
        ToolResultImage => ModelModalities.Image,
        ToolResultDocument => ModelModalities.Document,
        ToolResultVideo => ModelModalities.Video,
        _ => ModelModalities.None,
    };

    private static string? FaultOfReasoning(Message message, ModelRules rules)
    {
        for (int i = 0; rules.Reasoning != ReplayedReasoning.Any && i < message.Content.Count; i++)
        {
            if (message.Content[i] is ReasoningContent reasoning && !Replay.TakesReasoning(reasoning, rules))
            {
                return rules.Reasoning == ReplayedReasoning.None
                    ? $".Content[{i}].Reasoning must not go back: {rules.Line} takes no reasoning of earlier turns; Messages.Add(reply, model) leaves it out."
                    : $".Content[{i}].Reasoning must have its signature: {rules.Line} takes only reasoning that the service signed; Messages.Add(reply, "
                        + "model) leaves out the rest.";
            }
        }

        return null;
    }
}
