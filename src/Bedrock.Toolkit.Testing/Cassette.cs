using Amazon.Runtime;
using Bedrock.Toolkit.Testing.Cassettes;

namespace Bedrock.Toolkit.Testing;

/// <summary>Records exchanges with the service to a file that people read and review, and plays them in tests. Thread-safe.</summary>
/// <remarks>
/// It stands below a real client, as its handler. A call is found again by operation, model, query, the headers of InvokeModel that steer the answer, and
/// the body as JSON. Equal calls get their answers in the order in which they were recorded, the last one again and again. Signatures, keys and tokens are
/// never written: of all headers a short list is kept.
/// </remarks>
public sealed class Cassette : IDisposable
{
    private const string DefaultRegion = "us-east-1";

    private readonly CassetteOptions _options;
    private readonly EpisodeShelf _shelf;
    private readonly Lock _saving = new();
    private bool _disposed;

    private Cassette(string path, CassetteMode mode, CassetteOptions? options)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(path);
        Path = System.IO.Path.GetFullPath(path);
        _options = options?.Copy() ?? new CassetteOptions();
        bool exists = File.Exists(Path);
        if (!exists && mode == CassetteMode.None)
        {
            throw new FileNotFoundException($"There is no cassette '{Path}' to play: record it with Cassette.Record(path) first.", Path);
        }

        EpisodeFile file = exists ? EpisodeFile.Read(Path) : new EpisodeFile([], _options.HidesAccountIds, _options.HidesPrompts);
        Mode = mode;
        Records = mode == CassetteMode.NewEpisodes || (mode == CassetteMode.Once && !exists);
        Scrubber = new Scrubber(file.HidesAccountIds, file.HidesPrompts, _options.Rewrite);
        _shelf = new EpisodeShelf(System.IO.Path.GetFileName(Path), file.Episodes, [.. _options.IgnoredMembers], _options.ShowsValues);
    }

    /// <summary>The file.</summary>
    /// <value>A full path.</value>
    public string Path { get; }

    /// <summary>When calls go through to the service.</summary>
    public CassetteMode Mode { get; }

    /// <summary>How many exchanges it holds, those that were recorded since included.</summary>
    public int Count => _shelf.Count;

    /// <summary>Whether calls that are not on the file go through and are recorded.</summary>
    internal bool Records { get; }

    internal Scrubber Scrubber { get; }

    internal TimeProvider Time => _options.TimeProvider;

    internal bool KeepsPauses => _options.KeepsPauses;

    /// <summary>Opens a cassette for recording. Delete the file to record anew.</summary>
    /// <param name="path">The file; it and its folder are made when the first exchange is saved.</param>
    /// <param name="mode">What happens with calls when the file is there already.</param>
    /// <param name="options">How to compare and hide; the usual way when null.</param>
    /// <returns>The cassette; dispose it to save what was recorded.</returns>
    /// <exception cref="InvalidDataException">The file is there and is no cassette; the message says where.</exception>
    public static Cassette Record(string path, CassetteMode mode = CassetteMode.Once, CassetteOptions? options = null) => new(path, mode, options);

    /// <summary>Opens a cassette for playing alone: the service is never called.</summary>
    /// <param name="path">The file.</param>
    /// <param name="options">How to compare and play; the usual way when null.</param>
    /// <returns>The cassette.</returns>
    /// <exception cref="FileNotFoundException">There is no such file.</exception>
    /// <exception cref="InvalidDataException">The file is no cassette; the message says where.</exception>
    public static Cassette Replay(string path, CassetteOptions? options = null) => new(path, CassetteMode.None, options);

    /// <summary>A handler for a client: <c>HandlerFactory = () =&gt; cassette.CreateHandler()</c>, or
    /// <c>new HttpClient(cassette.CreateHandler())</c>.</summary>
    /// <param name="inner">What sends the calls that go through; a handler of its own when null. The new handler disposes it.</param>
    /// <returns>A new handler; any number of them share the cassette.</returns>
    public HttpMessageHandler CreateHandler(HttpMessageHandler? inner = null) => new CassetteHandler(this, inner);

    /// <summary>A client over this cassette.</summary>
    /// <param name="configure">
    /// Changes the client's options. Where the cassette only plays they begin with the Region <c>us-east-1</c> and made-up credentials, so that nothing of
    /// the machine's AWS settings is asked; where it records, with the normal AWS chain.
    /// </param>
    /// <returns>The client; the caller disposes it.</returns>
    public BedrockClient CreateClient(Action<BedrockClientOptions>? configure = null)
    {
        var options = new BedrockClientOptions();
        if (!Records)
        {
            options.Region = DefaultRegion;
            options.Credentials = MadeUpCredentials();
        }

        configure?.Invoke(options);
        options.HandlerFactory ??= () => CreateHandler();
        return new BedrockClient(options);
    }

    /// <summary>Writes what was recorded to the file; does nothing where nothing was.</summary>
    /// <exception cref="IOException">The file cannot be written.</exception>
    public void Save()
    {
        lock (_saving)
        {
            if (_shelf.TakeUnsaved() is { } episodes)
            {
                new EpisodeFile(episodes, Scrubber.HidesAccountIds, Scrubber.HidesPrompts).Write(Path);
            }
        }
    }

    /// <summary>Saves what was recorded. An exchange that is still under way is not part of it.</summary>
    public void Dispose()
    {
        if (!_disposed)
        {
            _disposed = true;
            Save();
        }
    }

    /// <summary>The file, and how many exchanges it holds.</summary>
    /// <returns>A text without anything of the exchanges.</returns>
    public override string ToString() => $"Cassette {System.IO.Path.GetFileName(Path)} ({Mode}, {Count} episodes)";

    /// <summary>Turns the options of a host's client into ones that call this cassette.</summary>
    internal void Apply(BedrockClientOptions options)
    {
        options.Proxy = null;
        options.HandlerFactory = () => CreateHandler();
        if (!Records)
        {
            options.Region ??= DefaultRegion;
            options.Credentials = MadeUpCredentials();
            options.ApiKey = null;
            options.Profile = null;
        }
    }

    internal Episode? Find(EpisodeRequest request) => _shelf.Find(request);

    internal CassetteMismatchException Mismatch(EpisodeRequest request) => _shelf.Mismatch(request, Records);

    internal void Add(Episode episode) => _shelf.Add(episode);

    private static BasicAWSCredentials MadeUpCredentials() => new("AKIACASSETTEEXAMPLE0", "made-up-for-a-cassette");
}
