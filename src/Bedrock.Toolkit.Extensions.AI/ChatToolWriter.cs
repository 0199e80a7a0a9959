using System.Text.Json;
using System.Text.Json.Nodes;
using Bedrock.Toolkit;
using Bedrock.Toolkit.Converse;
using Bedrock.Toolkit.Models;

namespace Microsoft.Extensions.AI;

/// <summary>Writes tools and the tool mode. Used by one thread, for one request.</summary>
internal sealed class ChatToolWriter(ModelId model, ModelRules rules, ConverseRequest request, ChatFields fields, ChatWarnings warnings)
{
    public void Write(ChatOptions options)
    {
        List<Tool> tools = [];
        int index = 0;
        foreach (AITool tool in options.Tools ?? [])
        {
            string where = $"ChatOptions.Tools[{index++}]";
            if (Write(tool, where) is { } written)
            {
                tools.Add(written);
            }

            if (ChatCachePoint.Of(tool.AdditionalProperties, where) is { } cachePoint && tools.Count > 0)
            {
                tools.Add(cachePoint);
            }
        }

        if (options.ToolMode is NoneChatToolMode && !TryKeepForHistory(tools))
        {
            if (request.ToolConfig is not null)
            {
                warnings.Add("ChatOptions.ToolMode is None, but the request of RawRepresentationFactory has tools: they were sent.");
            }

            return;
        }

        if (tools.Count > 0)
        {
            request.ToolConfig ??= new ToolConfiguration { Tools = [] };
            request.ToolConfig.Tools = [.. request.ToolConfig.Tools, .. tools];
        }

        if (request.ToolConfig is { } config)
        {
            config.ToolChoice ??= ChoiceOf(options.ToolMode);
            WriteParallel(options.AllowMultipleToolCalls, config.ToolChoice);
        }
        else if (options.ToolMode is RequiredChatToolMode)
        {
            warnings.Add("ChatOptions.ToolMode requires a call, but there are no tools: it was left out.");
        }
    }

    private static ToolChoice? ChoiceOf(ChatToolMode? mode) => mode switch
    {
        AutoChatToolMode => ToolChoice.Auto,
        RequiredChatToolMode { RequiredFunctionName: { Length: > 0 } name } => ToolChoice.For(name),
        RequiredChatToolMode => ToolChoice.Any,
        _ => null,
    };

    private Tool? Write(AITool tool, string where)
    {
        if (tool.GetService<Tool>() is { } own)
        {
            return own;
        }

        switch (tool)
        {
            case AIFunctionDeclaration function:
                return Write(function, where);
            case HostedCodeInterpreterTool when rules.BuiltInTools.Contains("nova_code_interpreter"):
                return new SystemTool { Name = "nova_code_interpreter" };
            case HostedWebSearchTool when rules.BuiltInTools.Contains("nova_grounding"):
                return new SystemTool { Name = "nova_grounding" };
            default:
                warnings.Add($"{where} is a {tool.GetType().Name}, which {model} does not offer in Converse: it was left out.");
                return null;
        }
    }

    private ToolSpecification Write(AIFunctionDeclaration function, string where)
    {
        JsonElement schema = ChatJson.Mended(function.JsonSchema);
        bool? strict = StrictOf(function);
        if (strict == true && rules.SchemaWords == SchemaWords.Subset && schema.ValueKind == JsonValueKind.Object)
        {
            if (!rules.TakesSchema(schema))
            {
                strict = null;
                warnings.Add(
                    $"{where} is strict, but its schema has maps or refers to itself, which {model} does not take in strict tools: it was sent as "
                        + "one that is not strict.");
            }
            else
            {
                schema = rules.FitSchema(schema, out IReadOnlyList<string> moved);
                if (moved.Count > 0)
                {
                    warnings.Add(
                        $"{where} is strict: {string.Join(", ", moved)} went into the descriptions of its schema, because {model} does not take "
                            + "these words in strict tools.");
                }
            }
        }

        return new ToolSpecification
        {
            Name = function.Name,
            Description = string.IsNullOrWhiteSpace(function.Description) ? null : function.Description,
            InputSchema = new JsonToolInputSchema(schema),
            Strict = strict,
        };
    }

    private static bool? StrictOf(AIFunctionDeclaration function)
    {
        foreach (string name in (ReadOnlySpan<string>)["strict", "Strict"])
        {
            if (function.AdditionalProperties.TryGetValue(name, out object? value))
            {
                return value switch
                {
                    bool strict => strict,
                    JsonElement { ValueKind: JsonValueKind.True } => true,
                    JsonElement { ValueKind: JsonValueKind.False } => false,
                    _ => null,
                };
            }
        }

        return null;
    }

    // Converse cannot forbid calls. Without tools none can be made; but a conversation with calls in it needs them.
    private bool TryKeepForHistory(List<Tool> tools)
    {
        bool hasCalls =
            request.Messages.SelectMany(message => message.Content).Any(block => block is ToolUseContent or Bedrock.Toolkit.Converse.ToolResultBlockContent);
        if (!hasCalls || (tools.Count == 0 && request.ToolConfig is null))
        {
            return false;
        }

        request.System = [.. request.System ?? [], "Do not call tools now: answer in text."];
        warnings.Add(
            "ChatOptions.ToolMode is None, but the conversation has tool calls, for which Converse needs the tools: they were sent, with a line in "
                + "the system prompt that asks not to call them.");
        return true;
    }

    private void WriteParallel(bool? allowed, ToolChoice? choice)
    {
        if (allowed is null || (allowed == true && rules.ParallelToolCallsField is null or "tool_choice"))
        {
            return;
        }

        if (rules.ParallelToolCallsField == "tool_choice")
        {
            var field = new JsonObject
            {
                ["type"] = choice switch { ToolChoiceAny => "any", ToolChoiceTool => "tool", _ => "auto" },
                ["disable_parallel_tool_use"] = true,
            };
            if (choice is ToolChoiceTool { Tool.Name: var name })
            {
                field["name"] = name;
            }

            Note(fields.TrySet("tool_choice", field));
        }
        else if (rules.ParallelToolCallsField is { } path)
        {
            Note(fields.TrySet(path, allowed.Value));
        }
        else
        {
            warnings.Add($"ChatOptions.AllowMultipleToolCalls is false, but {model} has no setting for it that is known: it was left out.");
        }
    }

    private void Note(bool isSet)
    {
        if (!isSet)
        {
            warnings.Add("ChatOptions.AllowMultipleToolCalls was not sent: the field is set in a more direct way.");
        }
    }
}
