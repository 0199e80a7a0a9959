using Amazon.Runtime;
using Bedrock.Toolkit.CommandLine;
using Bedrock.Toolkit.CommandLine.Verification;
using Bedrock.Toolkit.CommandLine.Verification.Checks;
using Bedrock.Toolkit.Testing;
using Bedrock.Toolkit.Tests.Support;

namespace Bedrock.Toolkit.Tests.CommandLine;

/// <summary>A server and the environment that <c>bedrock verify</c> finds it by. For tests of the collection of the environment.</summary>
internal sealed class VerifyTrial : IAsyncDisposable
{
    public const string Account = "314159265358";
    public const string Role = $"arn:aws:iam::{Account}:role/verify-batch";
    public const string Guardrail = "gr4verify1x2";

    private static readonly TimeSpan Bound = TimeSpan.FromMinutes(3);

    private readonly EnvironmentScope _environment;
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("verify-tests-");

    private VerifyTrial(BedrockServer server, ImmutableCredentials keys)
    {
        Server = server;
        Keys = keys;
        _environment = new EnvironmentScope(("AWS_ACCESS_KEY_ID", keys.AccessKey), ("AWS_SECRET_ACCESS_KEY", keys.SecretKey));
    }

    public BedrockServer Server { get; }

    public ImmutableCredentials Keys { get; }

    public string Report => Path.Combine(_folder.FullName, "report");

    public string Output { get; private set; } = string.Empty;

    public string Errors { get; private set; } = string.Empty;

    public static async Task<VerifyTrial> StartAsync()
    {
        BedrockServer server = await BedrockServer.StartAsync();
        server.Control.JobTime = TimeSpan.Zero;
        return new VerifyTrial(server, await server.Credentials.GetCredentialsAsync());
    }

    /// <summary>Types the command, with the server's address.</summary>
    public Task<int> TypeAsync(params string[] arguments) => TypeAsync(null, arguments);

    /// <summary>Types the command, and an answer when it asks.</summary>
    public async Task<int> TypeAsync(string? answer, string[] arguments)
    {
        using var output = new StringWriter();
        using var errors = new StringWriter();
        using StringReader? input = answer is null ? null : new StringReader(answer + "\n");
        string[] all = ["verify", "--region", Server.Region, "--endpoint", Server.Url.AbsoluteUri, .. arguments];
        int code = await BedrockCommand.RunAsync(all, input, output, errors, CancellationToken.None).WaitAsync(Bound);
        (Output, Errors) = (output.ToString(), errors.ToString());
        return code;
    }

    /// <summary>The settings that find the server.</summary>
    public VerifySettings Settings(Func<HttpMessageHandler>? createHandler = null) =>
        new() { Region = Server.Region, Endpoint = Server.Url, MantleEndpoint = Server.MantleUrl, CreateHandler = createHandler };

    /// <summary>Runs the checks of one family over a handler that may do harm.</summary>
    public async Task<VerifyOutcome> RunAsync(string family, Func<HttpMessageHandler>? createHandler = null)
    {
        VerifySettings settings = Settings(createHandler);
        IReadOnlyList<VerifyCheck> checks = AllChecks.Choose(AllChecks.For(settings), [], [family]);
        return await new VerifyRun(settings, checks, TextWriter.Null, TimeProvider.System).RunAsync(CancellationToken.None).WaitAsync(Bound);
    }

    public async ValueTask DisposeAsync()
    {
        _environment.Dispose();
        _folder.Delete(recursive: true);
        await Server.DisposeAsync();
    }
}
