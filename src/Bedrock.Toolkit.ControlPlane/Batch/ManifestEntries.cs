using System.Text.Json;

namespace Bedrock.Toolkit.ControlPlane.Batch;

/// <summary>What a manifest belongs to. Immutable.</summary>
/// <param name="Run">The name of the run; empty before there is one.</param>
/// <param name="Model">The model.</param>
/// <param name="Type">InvokeModel or Converse.</param>
/// <param name="InputUri">Where inputs go.</param>
/// <param name="OutputUri">Where results come.</param>
internal sealed record ManifestHead(string Run, string Model, string Type, string InputUri, string OutputUri)
{
    public static ManifestHead Read(JsonElement entry, int version)
    {
        int found = entry.GetProperty("version").GetInt32();
        return found == version
            ? new ManifestHead(Text(entry, "run"), Text(entry, "model"), Text(entry, "type"), Text(entry, "inputUri"), Text(entry, "outputUri"))
            : throw new FormatException($"The manifest has the version {found}, which this version of the library does not know.");
    }

    public void Write(Utf8JsonWriter writer, int version)
    {
        writer.WriteNumber("version", version);
        writer.WriteString("run", Run);
        writer.WriteString("model", Model);
        writer.WriteString("type", Type);
        writer.WriteString("inputUri", InputUri);
        writer.WriteString("outputUri", OutputUri);
    }

    /// <summary>Refuses to go on with a run of something else.</summary>
    public void RequireSame(ManifestHead wanted)
    {
        Require(Model == wanted.Model, "model");
        Require(Type == wanted.Type, "modelInvocationType");
        Require(InputUri == wanted.InputUri, nameof(BatchInferenceOptions.InputUri));
        Require(OutputUri == wanted.OutputUri, nameof(BatchInferenceOptions.OutputUri));
    }

    private static void Require(bool isSame, string what)
    {
        if (!isSame)
        {
            throw new ArgumentException(
                $"{nameof(BatchInferenceOptions)}.{nameof(BatchInferenceOptions.ManifestPath)} names the manifest of a run with another {what}: "
                + "go on with that run, or name another file.", "options");
        }
    }

    private static string Text(JsonElement entry, string name) => entry.GetProperty(name).GetString()!;
}

/// <summary>One time that records are sent.</summary>
internal sealed class ManifestRound(int number)
{
    public int Number => number;

    public List<ManifestJob> Jobs { get; } = [];

    /// <summary>Whether all its records are in S3.</summary>
    public bool IsWritten { get; set; }

    public IEnumerable<string> Ids => Jobs.SelectMany(static job => job.Ids);

    public int Records => Jobs.Sum(static job => job.Records);

    /// <summary>A job; made when it is not there yet.</summary>
    public ManifestJob Job(int number)
    {
        while (Jobs.Count <= number)
        {
            Jobs.Add(new ManifestJob(Jobs.Count));
        }

        return Jobs[number];
    }
}

/// <summary>A job: its files, and how far it is.</summary>
internal sealed class ManifestJob(int number)
{
    public int Number => number;

    public List<ManifestFile> Files { get; } = [];

    /// <summary>Null as long as files may be added.</summary>
    public string? Name { get; set; }

    public string? Token { get; set; }

    /// <summary>Whether the manifest had its name before this run: it may be started already.</summary>
    public bool IsFromBefore { get; set; }

    /// <summary>Null as long as it is not known to be started.</summary>
    public string? Arn { get; set; }

    /// <summary>Null as long as it is not known to have ended.</summary>
    public string? Status { get; set; }

    public string? Message { get; set; }

    public IEnumerable<string> Ids => Files.SelectMany(static file => file.Ids);

    public int Records => Files.Sum(static file => file.Ids.Length);

    public long Bytes => Files.Sum(static file => file.Bytes);
}

/// <summary>A file of a job that is whole in S3.</summary>
internal sealed record ManifestFile(string Name, long Bytes, string[] Ids);
