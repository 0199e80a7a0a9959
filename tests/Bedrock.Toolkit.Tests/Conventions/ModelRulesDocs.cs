using System.Globalization;
using System.Text;
using Bedrock.Toolkit.Models;

namespace Bedrock.Toolkit.Tests.Conventions;

/// <summary>Writes the table of rules as a page.</summary>
internal static class ModelRulesDocs
{
    public static string Page { get; } = Write();

    private static string Write()
    {
        var page = new StringBuilder();
        page.Append("<!-- folders: Claude, Nova, Titan, Llama, Mistral, Command, CommandR, Jurassic, DeepSeek, ChatCompletions -->\n# What each chat model takes\n\n");
        page.Append("Written from `ModelRules` by a test; change the table, not this page. `ModelRules.For(model)` gives a row. A model that is newer than this version has the newest\n");
        page.Append("rules of its line; of a model that is in no line nothing is known, and nothing is refused or changed for it. By hand a request against a rule is an `ArgumentException` that\n");
        page.Append("names member and rule; the chat client sends the nearest request that is valid, with one warning for each member (`GetWarnings()`).\n\n");
        ModelRuleEntry[] entries = [.. ModelRuleTable.Entries];
        page.Append("## Settings\n\n| Line | Ids begin with | Sampling | Top-k | Tools | Tool choice | Thinking | System | Begins with the user | Only through profiles |\n| --- | --- | --- | --- | --- | --- | --- | --- | --- | --- |\n");
        foreach (IGrouping<string, ModelRuleEntry> line in entries.GroupBy(entry => entry.Rules.Line))
        {
            ModelRules rules = line.First().Rules;
            page.Append(CultureInfo.InvariantCulture,
                $"| {rules.Line} | {string.Join(", ", line.Select(entry => $"`{entry.Prefix}`").Distinct())} | {Sampling(rules)} | {Code(rules.TopKField)} | {YesNo(rules.TakesTools)} | {Choices(rules)} | {Thinking(rules)} | {YesNo(rules.TakesSystem)} | {YesNo(rules.BeginsWithUser)} | {Profiles(rules)} |\n");
        }

        page.Append("\n## What goes back, caching, form\n\n| Line | Reasoning | Cache points | An hour | Form of the answer | Status of results | Media in results | Weight of output |\n| --- | --- | --- | --- | --- | --- | --- | --- |\n");
        foreach (ModelRules rules in entries.Select(entry => entry.Rules).DistinctBy(rules => rules.Line))
        {
            page.Append(CultureInfo.InvariantCulture,
                $"| {rules.Line} | {rules.Reasoning} | {rules.Caching} | {YesNo(rules.CachesForAnHour)} | {Form(rules)} | {YesNo(rules.TakesToolResultStatus)} | {rules.ToolResultMedia?.ToString() ?? "not documented"} | {rules.OutputWeight} |\n");
        }

        page.Append("\n## Refused beside these\n\n| Line | Fields in Converse | Members of InvokeModel | Efforts |\n| --- | --- | --- | --- |\n");
        foreach (ModelRules rules in entries.Select(entry => entry.Rules).DistinctBy(rules => rules.Line)
            .Where(rules => rules.RefusedFields.Count + rules.RefusedInBody.Count + rules.RefusedEfforts.Count > 0))
        {
            page.Append(CultureInfo.InvariantCulture,
                $"| {rules.Line} | {Codes(rules.RefusedFields)} | {Codes(rules.RefusedInBody)} | {Codes(rules.RefusedEfforts)} |\n");
        }

        return page.ToString();
    }

    private static string Codes(IReadOnlyList<string> names) => names.Count == 0 ? "none" : string.Join(", ", names.Select(name => $"`{name}`"));

    private static string Sampling(ModelRules rules) => rules.Sampling + (rules.TakesOneOfTemperatureAndTopP ? " (temperature or top-p)" : string.Empty);

    private static string Choices(ModelRules rules) => rules.ToolChoices + (rules.ForcesToolsWhileThinking ? string.Empty : " (auto while it thinks)");

    private static string Thinking(ModelRules rules) =>
        rules.Thinking + (rules.ThinksByDefault ? ", by default" : string.Empty) + (rules.EffortField is { } field ? $", `{field}`" : string.Empty);

    private static string Form(ModelRules rules) =>
        (rules.TakesTools ? rules.StructuredOutput.ToString() : "Prompt")
        + (rules.SchemaWords == SchemaWords.Subset && rules.StructuredOutput == ModelStructuredOutput.Native ? ", no ranges, lengths, maps, recursion"
        : string.Empty);

    private static string Profiles(ModelRules rules) => rules.Profiles.Count == 0 ? "no" : string.Join(", ", rules.Profiles.Select(profile => $"`{profile}`"));

    private static string Code(string? text) => text is null ? "none" : $"`{text}`";

    private static string YesNo(bool value) => value ? "yes" : "no";
}
