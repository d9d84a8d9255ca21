using SmartCity.BuildingBlocks.Results;

namespace SmartCity.BuildingBlocks.Acts;

/// <summary>Who asks, in which language, and with which preconditions; filled once per request or message.</summary>
public sealed class RequestContext
{
    private Actor? actor;

    /// <exception cref="InvalidOperationException">Nobody was named: an endpoint without authorization is a bug.</exception>
    public Actor Actor
    {
        get => actor ?? throw new InvalidOperationException("No actor was named for this request.");
        set => actor = value;
    }

    public bool HasActor => actor is not null;

    /// <summary>The act that caused this one, when a module acts on an event.</summary>
    public Guid? OnBehalfOf { get; set; }

    public Language Language { get; set; } = Language.Chinese;

    /// <summary>The key under which a repeated request is answered as the first one was.</summary>
    public string? IdempotencyKey { get; set; }

    /// <summary>The version named by If-Match; 0 where none was named.</summary>
    public long ExpectedVersion { get; set; }

    /// <summary>This request's reading is being kept; what is asked on the way to its answer is part of it.</summary>
    internal bool KeepsReading { get; set; }

    /// <summary>Set where the command is only asked about and changes nothing.</summary>
    public DryRun? DryRun { get; set; }
}
