using Bedrock.Toolkit.Models;

namespace Bedrock.Toolkit.Converse;

/// <summary>Chooses how a model is made to answer in a form. Stateless and thread-safe.</summary>
/// <remarks>A model that nothing is known of gets a tool.</remarks>
internal static class StructuredOutputSupport
{
    /// <summary>The way for a model and a request; the given one when it is not <see cref="StructuredOutputMode.Auto"/>.</summary>
    /// <param name="wanted">What the caller asks for.</param>
    /// <param name="rules">What the model takes.</param>
    /// <param name="request">The request, whose thinking and citations count.</param>
    /// <param name="schema">The form, when it is known: maps and recursion choose the tool where the native format has neither.</param>
    public static StructuredOutputMode Choose(StructuredOutputMode wanted, ModelRules rules, ConverseRequest request, JsonElement? schema = null)
    {
        if (wanted != StructuredOutputMode.Auto)
        {
            return wanted;
        }

        bool isNative = rules.StructuredOutput == ModelStructuredOutput.Native
            && !(rules.FormatExcludesCitations && ConverseRuleCheck.Cites(request))
            && !(schema is { } form && !rules.TakesSchema(form));
        if (isNative)
        {
            return StructuredOutputMode.NativeFormat;
        }

        if (rules is { IsKnown: true, TakesTools: false })
        {
            return StructuredOutputMode.Prompt;
        }

        bool canForce = !rules.IsKnown || (rules.ToolChoices & (ToolChoices.Any | ToolChoices.Named)) != 0;
        return canForce && (rules.ForcesToolsWhileThinking || !ConverseThinking.IsOn(request, rules)) ? StructuredOutputMode.ForcedTool
            : StructuredOutputMode.OfferedTool;
    }
}
