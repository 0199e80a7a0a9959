using System.Reflection;

namespace Bedrock.Toolkit.Tests.Conformance;

/// <summary>The conformance data that lies beside the repository and is not part of it.</summary>
internal static class SharedFolder
{
    /// <summary>The folder of the repository that this assembly was built from.</summary>
    public static string RepositoryRoot { get; } = typeof(SharedFolder).Assembly
        .GetCustomAttributes<AssemblyMetadataAttribute>()
        .Single(a => a.Key == "RepositoryRoot").Value!;

    /// <summary>The conformance vectors, or null when they are not on this machine.</summary>
    public static string? Vectors => Root is null ? null : Path.Combine(Root, "vectors");

    /// <summary>The root that holds <c>wire</c>, <c>api</c> and <c>vectors</c>, or null when it is not on this machine.</summary>
    public static string? Root { get; } = FindRoot();

    /// <summary>The full path of a file or folder below the root.</summary>
    public static string PathTo(params string[] parts) => Path.Combine([Root!, .. parts]);

    private static string? FindRoot()
    {
        string? vectors = Environment.GetEnvironmentVariable("BEDROCK_TOOLKIT_VECTORS");
        string folder = string.IsNullOrWhiteSpace(vectors)
            ? Path.GetFullPath(Path.Combine(RepositoryRoot, "..", "shared"))
            : Path.GetFullPath(Path.Combine(vectors, ".."));
        return Directory.Exists(Path.Combine(folder, "vectors")) && Directory.Exists(Path.Combine(folder, "wire")) ? folder : null;
    }
}

/// <summary>A test that needs the conformance data; skipped with a message where the data is missing.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class SharedFactAttribute : FactAttribute
{
    public SharedFactAttribute()
    {
        if (SharedFolder.Vectors is null)
        {
            Skip = SharedTheoryAttribute.Message;
        }
    }
}

/// <summary>A theory that needs the conformance data; skipped with a message where the data is missing.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class SharedTheoryAttribute : TheoryAttribute
{
    public const string Message = "skipped: no vectors (set BEDROCK_TOOLKIT_VECTORS or put the shared folder beside the repository)";

    public SharedTheoryAttribute()
    {
        if (SharedFolder.Vectors is null)
        {
            Skip = Message;
        }
    }
}
