using System.Text;
using System.Text.Json;
using Amazon.Runtime;
using Bedrock.Toolkit.Testing;
using Spectre.Console;

namespace Bedrock.Toolkit.CommandLine;

/// <summary>What a server says when it can be called: one line of JSON for programs, and a few for people.</summary>
internal static class Announcement
{
    public static async Task WriteAsync(BedrockServer server, TextWriter output, TextWriter errors, string title, CancellationToken cancellationToken)
    {
        ImmutableCredentials keys = await server.Credentials.GetCredentialsAsync().ConfigureAwait(false);
        string? certificate = server.Certificate is { } shown ? await SaveAsync(shown.ExportCertificatePem(), cancellationToken).ConfigureAwait(false) : null;
        using var line = new MemoryStream();
        using (var writer = new Utf8JsonWriter(line))
        {
            writer.WriteStartObject();
            writer.WriteString("url", server.Url.AbsoluteUri);
            writer.WriteString("mantleUrl", server.MantleUrl.AbsoluteUri);
            writer.WriteString("accessKeyId", keys.AccessKey);
            writer.WriteString("secretAccessKey", keys.SecretKey);
            writer.WriteString("apiKey", server.ApiKey);
            writer.WriteString("region", server.Region);
            if (certificate is not null)
            {
                writer.WriteString("certificateFile", certificate);
            }

            writer.WriteEndObject();
        }

        await output.WriteLineAsync(Encoding.UTF8.GetString(line.ToArray()).AsMemory(), cancellationToken).ConfigureAwait(false);
        await output.FlushAsync(cancellationToken).ConfigureAwait(false);

        IAnsiConsole console = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(errors) });
        var table = new Table { Border = TableBorder.None, ShowHeaders = false };
        table.AddColumn(string.Empty).AddColumn(string.Empty);
        table.AddRow(new Text("address"), new Text(server.Url.AbsoluteUri));
        table.AddRow(new Text("mantle"), new Text(server.MantleUrl.AbsoluteUri));
        table.AddRow(new Text("calls"), new Text($"{server.Url.AbsoluteUri} in a browser"));
        table.AddRow(new Text("Region"), new Text(server.Region));
        table.AddRow(new Text("keys"), new Text("in the first line of the output"));
        console.Write(new Text(title, new Style(decoration: Decoration.Bold)));
        console.WriteLine();
        console.Write(table);
        console.WriteLine("Ctrl+C ends it.");
    }

    private static async Task<string> SaveAsync(string pem, CancellationToken cancellationToken)
    {
        string file = Path.Combine(Path.GetTempPath(), $"bedrock-{Guid.NewGuid():N}.pem");
        await File.WriteAllTextAsync(file, pem, cancellationToken).ConfigureAwait(false);
        return file;
    }
}
