using System.Text.Json;
using Bedrock.Toolkit;
using Bedrock.Toolkit.Converse;
using Bedrock.Toolkit.Models;

namespace Microsoft.Extensions.AI;

/// <summary>Writes the form that the answer is to have. Used by one thread, for one request.</summary>
internal sealed class ChatFormatWriter(BedrockChatClientOptions settings, ChatWarnings warnings)
{
    // The documented rule of the native format: objects are closed.
    private static readonly AIJsonSchemaTransformOptions Closed = new() { DisallowAdditionalProperties = true };

    public ConverseRequest Write(ModelId model, ModelRules rules, ChatOptions options, ConverseRequest request, out string? answerTool)
    {
        answerTool = null;
        if (options.ResponseFormat is not ChatResponseFormatJson format)
        {
            return request;
        }

        if (format.Schema is not { } given)
        {
            request.System = [.. request.System ?? [], "Answer with one JSON value and nothing else."];
            warnings.Add("ChatOptions.ResponseFormat is JSON without a schema, which Converse has no setting for: a line in the system prompt asks for it.");
            return request;
        }

        JsonElement schema = ChatJson.Mended(given);
        if (request.OutputConfig?.TextFormat is not null)
        {
            warnings.Add("ChatOptions.ResponseFormat was not sent: the request of RawRepresentationFactory has a text format.");
            return request;
        }

        var structured = new StructuredOutputOptions { Mode = settings.StructuredOutput, Description = string.IsNullOrWhiteSpace(format.SchemaDescription)
            ? null : format.SchemaDescription };
        if (NameOf(format.SchemaName) is { } name)
        {
            structured.Name = name;
        }

        if (structured.Mode == StructuredOutputMode.NativeFormat && rules.IsKnown
            && new StructuredOutputOptions().ChooseMode(model, request, rules, schema) != structured.Mode)
        {
            structured.Mode = StructuredOutputMode.Auto;
            warnings.Add(
                $"BedrockChatClientOptions.StructuredOutput is NativeFormat, which {model} does not take for this request: the form was asked for by a tool.");
        }

        StructuredOutputMode mode = structured.ChooseMode(model, request, rules, schema);
        if (mode == StructuredOutputMode.NativeFormat)
        {
            JsonElement fit = rules.FitSchema(AIJsonUtilities.TransformSchema(schema, Closed), out IReadOnlyList<string> moved);
            if (moved.Count > 0)
            {
                warnings.Add(
                    $"ChatOptions.ResponseFormat: {string.Join(", ", moved)} went into the descriptions of the schema, because {model} does not "
                        + "take these words.");
            }

            return structured.Apply(request, fit, mode);
        }

        if (rules is { IsKnown: true, TakesTools: false })
        {
            warnings.Add($"ChatOptions.ResponseFormat: {model} takes neither a format nor tools, so a line in the system prompt asks for it.");
            return structured.Apply(request, schema, StructuredOutputMode.Prompt);
        }

        if (request.ToolConfig?.ToolChoice is ToolChoiceAny or ToolChoiceTool)
        {
            warnings.Add(
                "ChatOptions.ResponseFormat was not sent: ToolMode requires the call of a tool, and this model gives an answer its form by a tool too.");
            return request;
        }

        bool hasTools = request.ToolConfig is not null;
        ConverseRequest formed = structured.Apply(request, schema, mode);
        if (hasTools && mode == StructuredOutputMode.ForcedTool)
        {
            // The model must stay free to call the other tools first.
            formed.ToolConfig!.ToolChoice = (rules.ToolChoices & ToolChoices.Any) != 0 || !rules.IsKnown ? ToolChoice.Any : null;
        }

        answerTool = structured.Name;
        return formed;
    }

    private static string? NameOf(string? name)
    {
        if (string.IsNullOrWhiteSpace(name))
        {
            return null;
        }

        char[] allowed = [.. name.Take(64).Select(static c => char.IsAsciiLetterOrDigit(c) || c is '_' or '-' ? c : '_')];
        return new string(allowed);
    }
}
