using System.Globalization;
using System.Text.Json.Nodes;
using Bedrock.Toolkit;
using Bedrock.Toolkit.Converse;

namespace Microsoft.Extensions.AI;

/// <summary>How the models of a family are told how much to think. Used by one thread, for one request.</summary>
/// <remarks>Sources: https://docs.aws.amazon.com/bedrock/latest/userguide/claude-messages-extended-thinking.html and the model cards.</remarks>
internal sealed class ChatThinking(ModelId model, ConverseRequest request, ChatFields fields, ChatWarnings warnings)
{
    private const int MinBudget = 1024;

    private static readonly string[] ByBudget =
    [
        "anthropic.claude-3-7", "anthropic.claude-sonnet-4-2025", "anthropic.claude-opus-4-2025", "anthropic.claude-opus-4-1", "anthropic.claude-sonnet-4-5",
        "anthropic.claude-haiku-4-5", "anthropic.claude-opus-4-5",
    ];

    private static readonly string[] Never = ["anthropic.claude-3-", "anthropic.claude-v2", "anthropic.claude-instant"];

    private static readonly string[] Always = ["anthropic.claude-fable", "anthropic.claude-mythos", "anthropic.claude-opus-5-5"];

    public void Write(ReasoningOptions? reasoning)
    {
        if (reasoning is not ({ Effort: not null } or { Output: not null }))
        {
            return;
        }

        if (ChatFamily.Is(model, ByBudget))
        {
            WriteBudget(reasoning);
        }
        else if (ChatFamily.IsClaude(model) && !ChatFamily.Is(model, Never))
        {
            WriteAdaptive(reasoning);
        }
        else
        {
            WriteOther(reasoning);
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
            if (ChatFamily.Is(model, Always))
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
        if (ChatFamily.Is(model, "amazon.nova-2"))
        {
            Set("reasoningConfig", effort == ReasoningEffort.None
                ? new JsonObject { ["type"] = "disabled" }
                : new JsonObject { ["type"] = "enabled", ["maxReasoningEffort"] = capped });
            NoteCap(effort);
        }
        else if (ChatFamily.Is(model, "openai.gpt-oss") && effort != ReasoningEffort.None)
        {
            Set("reasoning_effort", capped);
            NoteCap(effort);
        }
        else if (ChatFamily.Is(model, "openai.gpt-5", "openai.gpt-6", "moonshot.kimi-k3", "moonshotai.kimi-k3"))
        {
            Set("reasoning", new JsonObject { ["effort"] = NameOf(effort) });
        }
        else if (ChatFamily.Is(model, "deepseek.v3") && effort != ReasoningEffort.None)
        {
            Set("reasoning_config", capped);
            NoteCap(effort);
        }
        else if (effort != ReasoningEffort.None || ChatFamily.Is(model, "openai.", "deepseek."))
        {
            Refuse($"Effort {effort}", "has no setting for it that is known");
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
