using System.Globalization;
using System.Text.Json.Nodes;
using Bedrock.Toolkit;
using Bedrock.Toolkit.Converse;
using Bedrock.Toolkit.Models;

namespace Microsoft.Extensions.AI;

/// <summary>How the models of a family are told how much to think. Used by one thread, for one request.</summary>
/// <remarks>Sources: https://docs.aws.amazon.com/bedrock/latest/userguide/claude-messages-extended-thinking.html and the model cards.</remarks>
internal sealed class ChatThinking(ModelId model, ModelRules rules, ConverseRequest request, ChatFields fields, ChatWarnings warnings)
{
    private const int MinBudget = 1024;

    public void Write(ReasoningOptions? reasoning)
    {
        if (reasoning is not ({ Effort: not null } or { Output: not null }))
        {
            return;
        }

        switch (rules)
        {
            case { Thinking: ModelThinking.Budget }:
                WriteBudget(reasoning);
                break;
            case { Thinking: ModelThinking.Adaptive } or { Thinking: ModelThinking.Always, Reasoning: ReplayedReasoning.Signed }:
                WriteAdaptive(reasoning);
                break;
            default:
                WriteOther(reasoning);
                break;
        }
    }

    private static string NameOf(ReasoningEffort effort) => effort switch
    {
        ReasoningEffort.None => "none",
        ReasoningEffort.Low => "low",
        ReasoningEffort.Medium => "medium",
        ReasoningEffort.High => "high",
        _ => "xhigh",
    };

    private void WriteBudget(ReasoningOptions reasoning)
    {
        if (reasoning.Output is not null)
        {
            Refuse($"Output {reasoning.Output}", "shows what it thinks as it does");
        }

        if (reasoning.Effort is null or ReasoningEffort.None)
        {
            return;
        }

        int budget = reasoning.Effort switch
        {
            ReasoningEffort.Low => 2048,
            ReasoningEffort.Medium => 8192,
            ReasoningEffort.High => 16384,
            _ => 32000,
        };
        if (request.InferenceConfig?.MaxTokens is { } most && budget >= most)
        {
            // The budget is part of the most tokens; half of them are left for the answer.
            budget = most / 2;
        }

        if (budget < MinBudget)
        {
            Refuse($"Effort {reasoning.Effort}", $"needs a MaxOutputTokens of {(2 * MinBudget).ToString(CultureInfo.InvariantCulture)} or more to think");
            return;
        }

        Set("thinking", new JsonObject { ["type"] = "enabled", ["budget_tokens"] = budget });
    }

    private void WriteAdaptive(ReasoningOptions reasoning)
    {
        if (reasoning.Effort == ReasoningEffort.None)
        {
            if (rules.Thinking == ModelThinking.Always)
            {
                Refuse("Effort None", "always thinks");
                return;
            }

            Set("thinking", new JsonObject { ["type"] = "disabled" });
            return;
        }

        var thinking = new JsonObject { ["type"] = "adaptive" };
        switch (reasoning.Output)
        {
            case ReasoningOutput.None:
                thinking["display"] = "omitted";
                break;
            case ReasoningOutput.Summary:
                thinking["display"] = "summarized";
                break;
            case ReasoningOutput.Full:
                Refuse("Output Full", "shows only summaries");
                thinking["display"] = "summarized";
                break;
        }

        Set("thinking", thinking);
        if (reasoning.Effort is { } effort)
        {
            request.OutputConfig ??= new OutputConfig();
            request.OutputConfig.Effort ??= NameOf(effort);
        }
    }

    private void WriteOther(ReasoningOptions reasoning)
    {
        if (reasoning.Output is not null)
        {
            Refuse($"Output {reasoning.Output}", "has no setting for it");
        }

        if (reasoning.Effort is not { } effort)
        {
            return;
        }

        string capped = effort == ReasoningEffort.ExtraHigh ? "high" : NameOf(effort);
        switch (rules.EffortField)
        {
            case "reasoningConfig":
                Set("reasoningConfig", effort == ReasoningEffort.None
                    ? new JsonObject { ["type"] = "disabled" }
                    : new JsonObject { ["type"] = "enabled", ["maxReasoningEffort"] = capped });
                NoteCap(effort);
                break;
            case "reasoning.effort":
                Set("reasoning", new JsonObject { ["effort"] = NameOf(effort) });
                break;
            case { } field when effort != ReasoningEffort.None:
                Set(field, capped);
                NoteCap(effort);
                break;
            case null when effort == ReasoningEffort.None && rules.Thinking == ModelThinking.None:
                break;
            default:
                Refuse($"Effort {effort}", "has no setting for it that is known");
                break;
        }
    }

    private void NoteCap(ReasoningEffort effort)
    {
        if (effort == ReasoningEffort.ExtraHigh)
        {
            Refuse("Effort ExtraHigh", "has no more than high, which was sent");
        }
    }

    private void Set(string field, JsonNode value)
    {
        if (!fields.TrySet(field, value))
        {
            warnings.Add($"ChatOptions.Reasoning was not sent in full: the field '{field}' is set in a more direct way.");
        }
    }

    private void Refuse(string what, string why) => warnings.Add($"ChatOptions.Reasoning.{what}: {model} {why}.");
}
