using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using Bedrock.Toolkit.ControlPlane;

namespace Bedrock.Toolkit.CommandLine;

/// <summary><c>bedrock models</c>: the models of a Region, the id or profile that a call needs, and when they end.</summary>
internal static class ModelsCommand
{
    public static Command Create(TextWriter output)
    {
        var region = new Option<string?>("--region") { Description = "The Region; that of the AWS settings of this machine when left out." };
        var address = new Option<string?>("--url") { Description = "Another address than the Region's own, such as that of \"bedrock serve\"." };
        var provider = new Option<string?>("--provider") { Description = "Only the models of one provider, such as Amazon." };
        var writes = new Option<ModelModalities>("--output") { Description = "Only models that write this: Text, Image, Video, Embedding." };
        var reads = new Option<ModelModalities>("--input") { Description = "Only models that read this: Text, Image, Video, Audio." };
        var tools = new Option<bool>("--tools") { Description = "Only models that call tools." };
        var legacy = new Option<bool>("--legacy") { Description = "Models that are being retired, too." };
        var access = new Option<bool>("--access") { Description = "Only models that the account may call; asks for each." };
        var json = new Option<bool>("--json") { Description = "One JSON object a line." };
        var command = new Command("models", "Prints the models of a Region: the id or profile to call, what they read and write, and when they end.")
        {
            region, address, provider, writes, reads, tools, legacy, access, json,
        };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            using var control = new BedrockControlClient(new BedrockClientOptions
            {
                Region = parsed.GetValue(region),
                ServiceUrl = parsed.GetValue(address) is { } other ? new Uri(other) : null,
            });
            var needs = new ModelNeeds
            {
                Provider = parsed.GetValue(provider), Output = parsed.GetValue(writes), Input = parsed.GetValue(reads), Tools = parsed.GetValue(tools),
                TakesLegacy = parsed.GetValue(legacy), HasAccess = parsed.GetValue(access),
            };
            IReadOnlyList<CatalogueModel> models = await new ModelCatalogue(control).FindAsync(needs, cancellationToken).ConfigureAwait(false);
            if (parsed.GetValue(json))
            {
                foreach (CatalogueModel model in models)
                {
                    await output.WriteLineAsync(Line(model).AsMemory(), cancellationToken).ConfigureAwait(false);
                }
            }
            else
            {
                await WriteTableAsync(output, models, cancellationToken).ConfigureAwait(false);
            }

            return 0;
        });
        return command;
    }

    private static async Task WriteTableAsync(TextWriter output, IReadOnlyList<CatalogueModel> models, CancellationToken cancellationToken)
    {
        string[][] rows =
        [
            ["call", "provider", "reads", "writes", "ends"],
            .. models.Select(model => (string[])[Called(model), model.Provider ?? "", Short(model.Input), Short(model.Output), Ends(model)]),
        ];
        int[] widths = [.. Enumerable.Range(0, rows[0].Length).Select(column => rows.Max(row => row[column].Length))];
        foreach (string[] row in rows)
        {
            string line = string.Join("  ", row.Select((cell, column) => cell.PadRight(widths[column]))).TrimEnd();
            await output.WriteLineAsync(line.AsMemory(), cancellationToken).ConfigureAwait(false);
        }
    }

    private static string Line(CatalogueModel model)
    {
        using var buffer = new MemoryStream();
        using (var writer = new Utf8JsonWriter(buffer))
        {
            writer.WriteStartObject();
            writer.WriteString("call", model.CallId?.Value);
            writer.WriteString("model", model.Id.Value);
            writer.WriteString("provider", model.Provider);
            writer.WriteString("reads", model.Input.ToString());
            writer.WriteString("writes", model.Output.ToString());
            writer.WriteBoolean("streams", model.Streaming);
            writer.WriteBoolean("legacy", model.IsLegacy);
            if (model.EndOfLife is { } end)
            {
                writer.WriteString("ends", end);
            }

            writer.WriteEndObject();
        }

        return System.Text.Encoding.UTF8.GetString(buffer.ToArray());
    }

    private static string Called(CatalogueModel model) => model.CallId?.Value ?? $"({model.Id}, provisioned only)";

    private static string Short(ModelModalities modalities) => modalities.ToString().Replace(", ", "+", StringComparison.Ordinal).ToLowerInvariant();

    private static string Ends(CatalogueModel model) =>
        model.EndOfLife is { } end ? end.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) : model.IsLegacy ? "legacy" : "";
}
